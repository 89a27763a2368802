import type { Guidance } from "../guidance";

export const SQL_INSIDE: Guidance = {
    "sql-db-copy-known": {
        why: "Azure keeps the copy when its database leaves the failover group or is deleted: of a customer who is gone, everything would stay behind.",
        example: `
const copy = new DatabaseCopy("tenant-copy", {
    servers: [primary, secondary].map((server) => pulumi.interpolate\`\${server.name}.database.windows.net\`),
    database: "sqldb-t-4f9k2c",
    directory,
});
`,
    },
    "sql-db-guarded": {
        why: "Azure Resource Manager does not look into a database: a user or an address that somebody adds by hand stays there until something compares.",
        example: `
const guard = new DatabaseGuard("tenant-guard", { ...inside, users: ["figlo-back-end"], rules: ["office"] });
`,
    },
    "sql-db-no-plain-password": {
        why: "Who copies a table with passwords has the accounts of every customer in it; an external data source takes rows to where no rule looks.",
        example: `
# pulumi refresh && pulumi stack export | npx otap check -
suspectColumns: []
externalSources: []
`,
    },
    "sql-db-users-limited": {
        why: "A user that may change the schema or the users of a database can take its guard away.",
        example: `
const reader = new DatabaseUser("tenant-reader", {
    ...inside,
    userName: "tenant-t-4f9k2c-portability",
    kind: "group",
    entraId: group.objectId,
    roles: ["db_datareader"],
    grants: [],
});
`,
    },
    "sql-tenant-separated": {
        why: "The layers of the firewall add up: one address of customer A on the server opens the databases of all others to A.",
        example: `
const office = new DatabaseFirewallRule("tenant-office", {
    ...inside, // the database of this tenant alone
    range: { name: "office", start: "192.0.2.10", end: "192.0.2.13" },
});
`,
    },
};
