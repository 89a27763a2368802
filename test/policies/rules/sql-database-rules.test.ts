import { planEnvironment } from "../../../cli/offline/plan-environment";
import { packSettings } from "../../../cli/preview/pack-settings";
import { DATABASE_FIREWALL_RULE } from "../../../policies/allowed-types";
import { evaluate } from "../../../policies/evaluate";
import type { ResourceInput } from "../../../policies/model";
import type { Loaded } from "../../../stacks/settings/load-environment";
import { street, TODAY } from "../../street";
import { compliant } from "../compliant-stack";
import type { ExampleStack } from "../example-stack";

const { productie } = street();
const { firewall: _, ...sql } = productie.settings.sql;

/** Our own productie without an address on the servers, so that those of tenants alone open them. */
const tenantsOnly: Loaded = {
    ...productie,
    settings: { ...productie.settings, sql: { ...sql, firewall: [] } },
};

const plan = async () => (await planEnvironment(tenantsOnly, TODAY)).asked;

const found = (resources: readonly ResourceInput[]) =>
    evaluate(resources, { ...packSettings(tenantsOnly), today: TODAY }).map(
        ({ rule, verdict, urn, message }) => `${rule}, ${verdict}: ${urn.split("::").pop()}: ${message}`,
    );

/** The plan with the rule inside a database changed that has a name. */
const withRule = (resources: readonly ResourceInput[], name: string, inputs: object): readonly ResourceInput[] =>
    resources.map((resource) =>
        resource.inputs.ruleName === name ? { ...resource, inputs: { ...resource.inputs, ...inputs } } : resource,
    );

describe("rules inside the databases of our own productie", () => {
    it("open both servers, of which one holds the copies, without an address on either", async () => {
        const resources = await plan();
        const access = resources
            .filter(({ type }) => type === "azure-native:sql:Server")
            .map(({ inputs }) => inputs.publicNetworkAccess);
        expect(access).toEqual(["Enabled", "Enabled"]);
        expect(found(resources)).toEqual([]);
    });

    it("are missed where servers are open without them", async () => {
        const resources = (await plan()).filter(({ type }) => type !== DATABASE_FIREWALL_RULE);
        const open = "publicNetworkAccess is 'Enabled' and no address is declared";
        expect(found(resources).filter((line) => line.startsWith("sql-server-public-network"))).toEqual([
            `sql-server-public-network, violated: shard-01-primary-server: ${open}`,
            `sql-server-public-network, violated: shard-01-secondary-server: ${open}`,
        ]);
    });

    it.each([
        ["is too wide", { endIpAddress: "192.0.5.0" }, "sql-firewall-no-any-ip"],
        ["has no start", { startIpAddress: undefined }, "sql-firewall-no-any-ip"],
        ["lets in all of Azure", { startIpAddress: "0.0.0.0" }, "sql-firewall-no-allow-azure-services"],
        ["has the portal's name", { ruleName: "AllowAllWindowsAzureIps" }, "sql-firewall-no-allow-azure-services"],
    ])("are found where one %s", async (_what, inputs, rule) => {
        const lines = found(withRule(await plan(), "office-zwolle", inputs));
        expect(lines.some((line) => line.startsWith(`${rule}, violated: shard-01-tenant-t-4f9k2c-address-`))).toBe(
            true,
        );
    });
});

describe("sql-firewall-no-any-ip", () => {
    const RULE = "sql-firewall-no-any-ip";
    const ranges = (ends: readonly (readonly [start: string, end: string, database: string])[]): ExampleStack =>
        ends.reduce(
            (stack, [startIpAddress, endIpAddress, database], index) =>
                stack.plus(DATABASE_FIREWALL_RULE, `rule-${index}`, { database, startIpAddress, endIpAddress }),
            compliant(),
        );

    it("adds up the ranges of one database, and not those of two", () => {
        const beside = (database: string) =>
            ranges([
                ["198.51.100.0", "198.51.100.255", "sqldb-k7f3"],
                ["198.51.101.0", "198.51.101.255", database],
            ]).found(RULE);
        expect(beside("SQLDB-K7F3")).toHaveLength(2);
        expect(beside("sqldb-m2")).toEqual([]);
    });

    it("counts how many addresses reach one database", () => {
        const many = (databaseOf: (index: number) => string) =>
            ranges(
                Array.from({ length: 17 }, (_each, index) => [
                    `198.51.${index * 2}.0`,
                    `198.51.${index * 2}.255`,
                    databaseOf(index),
                ]),
            ).found(RULE);
        expect(many(() => "sqldb-k7f3")[0]).toBe(
            "rule-0: its database lets in more than 16 times a /24 by all ranges together",
        );
        expect(many((index) => `sqldb-${index}`)).toEqual([]);
    });
});
