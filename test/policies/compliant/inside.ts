import { DATABASE_COPY, DATABASE_GUARD, DATABASE_USER } from "../../../policies/allowed-types";
import type { ExampleStack } from "../example-stack";

/** Who is in the tenant's database, what keeps it so, and what knows of its copy. */
export function inside(stack: ExampleStack): ExampleStack {
    const host = { host: ["failover"] };
    const database = "sqldb-k7f3";
    return stack
        .plus(DATABASE_GUARD, "database-guard", { database, ...guard }, host)
        .plus(
            DATABASE_USER,
            "application",
            {
                database,
                userName: "back-end",
                kind: "managed-identity",
                roles: ["db_datareader", "db_datawriter"],
                grants: ["EXECUTE"],
            },
            { ...host, entraId: ["site-identity"] },
        )
        .plus(DATABASE_USER, "reader", { database, ...reader }, host)
        .plus(DATABASE_COPY, "database-copy", { database }, { servers: ["server", "partner"] }, true);
}

const guard = { users: ["back-end", "k7f3-readers"], rules: [], trigger: "guard 0123456789ab" };

const reader = {
    userName: "k7f3-readers",
    kind: "group",
    entraId: "33333333-3333-4333-8333-333333333333",
    roles: ["db_datareader"],
    grants: [],
};
