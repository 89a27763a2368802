import type { ShardArgs } from "../../../infra/sql/shard-args";
import { type Planned, planned } from "../../planned";
import { allBefore } from "../../stacks/all-before";
import { key, office, shard } from "./examples";

/** Two addresses and a key: everything that can change a server. */
const FULL: Partial<ShardArgs> = {
    key,
    firewall: [office(), office({ name: "home", start: "2001:db8::1", end: "2001:db8::2" })],
};

const find = (plan: Planned, name: string) => {
    const [found, ...more] = plan.resources.filter((resource) => resource.name === name);
    if (!found || more.length > 0) {
        throw new Error(`expected one resource '${name}', found ${found ? more.length + 1 : 0}`);
    }
    return found;
};

/** Each waits for the one before it: the provider does not repeat what Azure answers with 409 ConflictingServerOperation. */
async function expectChain(names: readonly string[], changes: Partial<ShardArgs> = FULL): Promise<void> {
    const plan = await planned(() => shard(changes));
    const waits = names.slice(1).map((name, index) => {
        const before = find(plan, names[index] as string);
        return [name, allBefore(find(plan, name), plan).has(before.urn) ? "waits for" : "overtakes", before.name];
    });
    expect(waits).toEqual(names.slice(1).map((name, index) => [name, "waits for", names[index]]));
}

const DATABASE = "sql-tenant-t7k2-database";

describe("what changes one SQL server", () => {
    it.each(["primary", "secondary"])(
        "comes one after the other on the %s: watched, opened, encrypted, filled",
        (role) =>
            expectChain([
                `sql-${role}-server`,
                `sql-${role}-audit-auditing`,
                `sql-${role}-audit-alerts`,
                `sql-${role}-audit-assessment`,
                `sql-${role}-firewall-office`,
                `sql-${role}-firewall-home`,
                `sql-${role}-encryption-key`,
                `sql-${role}-encryption-protector`,
                `sql-${role}-pool-pool`,
            ]),
    );

    it("goes from the audit to the pool where there is neither address nor key", () =>
        expectChain(["sql-primary-audit-assessment", "sql-primary-pool-pool", DATABASE], {}));

    it("is over on both servers before a database is made: a copy needs the key of either", async () => {
        await expectChain(["sql-secondary-encryption-protector", DATABASE]);
        await expectChain(["sql-primary-encryption-protector", DATABASE]);
    });

    it("encrypts the secondary before the primary has even its key", () =>
        expectChain(["sql-secondary-encryption-protector", "sql-primary-encryption-key"]));

    it("ends with the private endpoints, one after the other, since two on one server or in one subnet conflict", () =>
        expectChain([
            "sql-secondary-pool-pool",
            "sql-primary-to-primary-endpoint",
            "sql-primary-to-primary-records",
            "sql-primary-to-secondary-endpoint",
            "sql-primary-to-secondary-records",
            "sql-secondary-to-primary-endpoint",
            "sql-secondary-to-primary-records",
            "sql-secondary-to-secondary-endpoint",
        ]));
});
