import { type DropLink, dropDatabase, removeSecondary } from "./cloud-databases";
import type { SqlReader } from "./sql-reader";
import type { CloudStatement, StatementForm } from "./sql-statement";

/** What changes the databases of a server. */
export const DATABASE_FORMS: readonly StatementForm[] = [
    {
        words: ["ALTER", "DATABASE"],
        shown: "ALTER DATABASE [d] REMOVE SECONDARY ON SERVER [s], in master",
        read: readRemoval,
    },
    { words: ["DROP", "DATABASE"], shown: "DROP DATABASE [d], in master", read: readDrop },
];

function readRemoval(reader: SqlReader): CloudStatement {
    const database = reader.name();
    reader.expect("REMOVE", "SECONDARY", "ON", "SERVER");
    const link: DropLink = { database, partner: reader.name() };
    return {
        kind: "cloud",
        verb: "ALTER DATABASE",
        apply: (cloud, serverId) => removeSecondary(cloud, serverId, link),
    };
}

function readDrop(reader: SqlReader): CloudStatement {
    const name = reader.name();
    return { kind: "cloud", verb: "DROP DATABASE", apply: (cloud, serverId) => dropDatabase(cloud, serverId, name) };
}
