import { SqlServer, type SqlServerArgs } from "../../../infra/sql/sql-server";
import { deployed, planned } from "../../planned";
import { place } from "../examples";
import { administrators, office } from "./examples";
import { optionsOf } from "./resource-options";

const server = (changes: Partial<SqlServerArgs> = {}) =>
    new SqlServer("one", {
        place: place(),
        role: "shard-01",
        administrators,
        firewall: [],
        databaseFirewalls: [],
        workspaceId: "workspace",
        alertEmails: ["alerts@figlo.example"],
        ...changes,
    });

const serverInputs = async (changes: Partial<SqlServerArgs> = {}) =>
    (await deployed(() => server(changes))).one("sql:Server").inputs;

describe("SqlServer", () => {
    it("knows no password: its administrator is a group, Entra-only from the start", async () => {
        const inputs = await serverInputs();
        expect(inputs.administrators).toEqual({
            administratorType: "ActiveDirectory",
            principalType: "Group",
            login: "sql-administrators-proef",
            sid: "22222222-2222-2222-2222-222222222222",
            tenantId: "11111111-1111-1111-1111-111111111111",
            azureADOnlyAuthentication: true,
        });
        expect(inputs).not.toHaveProperty("administratorLogin");
        expect(inputs).not.toHaveProperty("administratorLoginPassword");
    });

    it("ignores later changes of the administrators, which would replace the server and delete it first", async () => {
        expect((await optionsOf(() => server()))("one-server").ignoreChanges).toEqual(["administrators"]);
    });

    it("declares no administrator or Entra-only setting beside itself: Azure would answer that it exists", async () => {
        const plan = await deployed(() => server());
        expect(plan.ofType("sql:ServerAzureADAdministrator")).toEqual([]);
        expect(plan.ofType("sql:ServerAzureADOnlyAuthentication")).toEqual([]);
    });

    it("is closed to the public, closed outwards and speaks TLS 1.2, all of it said", async () => {
        expect(await serverInputs()).toMatchObject({
            serverName: "sql-figlo-advisor-proef-shard-01-weu-ab12c",
            resourceGroupName: "rg-primary",
            location: "westeurope",
            version: "12.0",
            minimalTlsVersion: "1.2",
            publicNetworkAccess: "Disabled",
            restrictOutboundNetworkAccess: "Enabled",
            isIPv6Enabled: "Disabled",
            tags: { environment: "proef", owner: "platform-team", dataClass: "customer" },
        });
    });

    it("has no firewall rule while it is closed, which Azure refuses with SQL error 42101", async () => {
        const plan = await deployed(() => server());
        expect(plan.ofType("sql:FirewallRule")).toEqual([]);
        expect(plan.ofType("sql:IPv6FirewallRule")).toEqual([]);
    });

    it("opens for a declared address, with exactly that rule, keyed by its name", async () => {
        const plan = await deployed(() => server({ firewall: [office()] }));
        expect(plan.one("sql:Server").inputs.publicNetworkAccess).toBe("Enabled");
        expect(plan.ofType("sql:FirewallRule").map((rule) => rule.name)).toEqual(["one-firewall-office"]);
        expect(plan.one("sql:FirewallRule").inputs).toEqual({
            firewallRuleName: "office",
            resourceGroupName: "rg-primary",
            serverName: "name-of-one-server",
            startIpAddress: "198.51.100.10",
            endIpAddress: "198.51.100.20",
        });
    });

    it("keeps an IPv6 range in a rule of the other type, and then speaks IPv6", async () => {
        const firewall = [office({ start: "2001:db8::1", end: "2001:db8::2" })];
        const plan = await deployed(() => server({ firewall }));
        expect(plan.one("sql:Server").inputs.isIPv6Enabled).toBe("Enabled");
        expect(plan.ofType("sql:FirewallRule")).toEqual([]);
        expect(plan.one("sql:IPv6FirewallRule").inputs).toMatchObject({
            firewallRuleName: "office",
            startIPv6Address: "2001:db8::1",
            endIPv6Address: "2001:db8::2",
        });
    });

    it("opens for a database's own addresses without a rule of its own: on a closed server they do nothing", async () => {
        const plan = await deployed(() => server({ databaseFirewalls: [office()] }));
        expect(plan.one("sql:Server").inputs.publicNetworkAccess).toBe("Enabled");
        expect(plan.ofType("sql:FirewallRule")).toEqual([]);
    });

    it("has no identity without a key, and the given one as its primary with a key", async () => {
        expect(await serverInputs()).not.toHaveProperty("identity");
        expect(await serverInputs({ identityId: "key-identity" })).toMatchObject({
            identity: { type: "UserAssigned", userAssignedIdentities: ["key-identity"] },
            primaryUserAssignedIdentityId: "key-identity",
        });
    });

    it("is protected where its place is, and never locked: its firewall rules would inherit the lock", async () => {
        const plan = await planned(() => server());
        expect(plan.one("sql:Server").protect).toBe(true);
        expect(plan.ofType("authorization:ManagementLockByScope")).toEqual([]);
        const free = await planned(() => server({ place: place({ protect: false }) }));
        expect(free.one("sql:Server").protect).toBe(false);
    });

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => server({ place: place({ region: "uksouth" }) }))).rejects.toThrow(
            "'uksouth' is not a region of the European Union",
        );
    });

    it("refuses all mistakes at once", async () => {
        const wrong = {
            firewall: [office({ start: "0.0.0.0", end: "0.0.0.0" })],
            administrators: { ...administrators, group: "", objectId: "me" },
            alertEmails: ["nobody"],
        };
        await expect(planned(() => server(wrong))).rejects.toThrow(
            [
                "SQL server 'one' has 4 mistakes:",
                "  - firewall.office: '0.0.0.0' admits all of Azure; name the addresses that are needed",
                "  - administrators.group: no group is named; give its name in Entra ID",
                "  - administrators.objectId: 'me' is no GUID; copy it from Entra ID",
                "  - emails: 'nobody' is not an e-mail address; expected one such as 'alerts@figlo.example'",
            ].join("\n"),
        );
    });
});
