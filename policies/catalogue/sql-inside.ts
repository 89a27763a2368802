import { ALWAYS } from "../levels";
import type { Rule } from "../rule";
import { sqlDbCopyKnown } from "../rules/sql-db-copy-known";
import { sqlDbGuarded } from "../rules/sql-db-guarded";
import { sqlDbNoPlainPassword } from "../rules/sql-db-no-plain-password";
import { sqlDbUsersLimited } from "../rules/sql-db-users-limited";
import { sqlTenantSeparated } from "../rules/sql-tenant-separated";

/** Rules for what lies inside databases: users, firewall rules, guards, and the copies that only T-SQL takes away. */
export const SQL_INSIDE: readonly Rule[] = [
    {
        id: "sql-db-copy-known",
        title: "The copy of each database is known, so that it goes when its customer goes",
        severity: "medium",
        levels: ALWAYS,
        measures: [12, 13],
        remedy: "Declare a DatabaseCopy for each database of a failover group, with the host names of both servers.",
        sources: {},
        check: sqlDbCopyKnown,
    },
    {
        id: "sql-db-guarded",
        title: "Each tenant's database has one guard, which keeps what the plan puts into it and nothing else",
        severity: "high",
        levels: ALWAYS,
        measures: [7, 8, 13],
        remedy: "Declare one DatabaseGuard for the database, with the names of exactly the users and firewall rules that the plan puts into it. Where a refresh finds its trigger missing, switched off or changed, run `pulumi up`.",
        sources: {},
        check: sqlDbGuarded,
    },
    {
        id: "sql-db-no-plain-password",
        title: "No database keeps a password in plain text, or leads to data outside it",
        severity: "critical",
        levels: ALWAYS,
        measures: [7, 8, 13],
        remedy: "Leave the password to the identity provider, or keep a one-way hash of it with its salt; drop the external data source. Then run `pulumi refresh`.",
        sources: {},
        check: sqlDbNoPlainPassword,
    },
    {
        id: "sql-db-users-limited",
        title: "Users inside a database read, write and execute, and can do no more",
        severity: "high",
        levels: ALWAYS,
        measures: [2, 13],
        remedy: "Give the application's managed identity db_datareader, db_datawriter and EXECUTE at most, and a customer's own group db_datareader.",
        sources: {},
        check: sqlDbUsersLimited,
    },
    {
        id: "sql-tenant-separated",
        title: "Nobody of one tenant reaches the database of another, and nobody at all that of a suspended one",
        severity: "critical",
        levels: ALWAYS,
        measures: [10, 13],
        remedy: "Give each tenant rules and readers of its own, in its own database and never on the server; only the application's identity may be in several databases. Leave out those of a suspended tenant.",
        sources: {},
        check: sqlTenantSeparated,
    },
];
