import { deployedInputs } from "../../../cli/check/deployed-inputs";
import type { PlanObject } from "../../../cli/plan/plan";

const GROUP = "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-Shop";
const SERVER = `${GROUP}/providers/Microsoft.Sql/servers/sql-shop`;
const UNKNOWN = { $unknown: true };

const complete = (type: string, changes: { id?: unknown; inputs?: PlanObject; outputs?: PlanObject }) =>
    deployedInputs({
        type: `azure-native:${type}`,
        id: undefined,
        inputs: {},
        outputs: {},
        ...changes,
    });

describe("the inputs of what is deployed", () => {
    it("are what was asked, whatever Azure made of it", () => {
        const inputs = { serverName: "sql-shop", resourceGroupName: "rg-Shop", minimalTlsVersion: "1.2" };
        expect(
            complete("sql:Server", { id: SERVER, inputs, outputs: { minimalTlsVersion: "1.0", state: "Ready" } }),
        ).toEqual(inputs);
    });

    it("have names and place from the id where they were left out", () => {
        expect(
            complete("sql:Database", { id: `${SERVER}/databases/k7f3`, outputs: { location: "westeurope" } }),
        ).toEqual({
            resourceGroupName: "rg-Shop",
            serverName: "sql-shop",
            databaseName: "k7f3",
            location: "westeurope",
        });
    });

    it("leave out what was left to Azure's default, for rules to judge", () => {
        const outputs = { publicNetworkAccess: "Disabled" };
        expect(complete("sql:Server", { id: SERVER, outputs })).not.toHaveProperty("publicNetworkAccess");
    });

    it("have the name of the site that they belong to", () => {
        const id = `${GROUP}/providers/Microsoft.Web/sites/shop/slots/next/basicPublishingCredentialsPolicies/ftp`;
        expect(complete("web:WebAppFtpAllowedSlot", { id, outputs: { name: "ftp" } })).toEqual({
            resourceGroupName: "rg-Shop",
            name: "shop",
            slot: "next",
        });
    });

    it("take nothing from the id of what extends another resource", () => {
        const id = `${SERVER}/providers/Microsoft.Authorization/locks/keep`;
        expect(complete("authorization:ManagementLockByScope", { id, inputs: { scope: SERVER } })).toEqual({
            scope: SERVER,
        });
    });

    it("have the output of the same name where they are not known", () => {
        const inputs = { administrators: { login: UNKNOWN, sid: "1" }, version: { $secret: true } };
        const outputs = { administrators: { login: "admins", sid: "2" }, version: "12.0" };
        expect(complete("sql:Server", { inputs, outputs })).toEqual({
            administrators: { login: "admins", sid: "1" },
            version: "12.0",
        });
    });

    it("have a list from the outputs as a whole, since Azure may order it anew", () => {
        const inputs = { rules: [{ ip: UNKNOWN }, { ip: "192.0.2.2" }] };
        const outputs = { rules: [{ ip: "192.0.2.2" }, { ip: "192.0.2.1" }] };
        expect(complete("sql:Server", { inputs, outputs }).rules).toEqual(outputs.rules);
    });

    it("have what a guard has found in its database, which nobody asked for", () => {
        const outputs = { suspectColumns: ["dbo.klant.wachtwoord"], externalSources: UNKNOWN, guarded: true };
        const guard = { type: "pulumi-nodejs:dynamic/figlo:DatabaseGuard", id: "guard", inputs: { users: [] } };
        expect(deployedInputs({ ...guard, outputs })).toEqual({ users: [], suspectColumns: ["dbo.klant.wachtwoord"] });
        expect(deployedInputs({ ...guard, type: "random:index:X", outputs })).toEqual({ users: [] });
    });

    it("stay unknown where the output is secret or not there", () => {
        const inputs = { a: UNKNOWN, b: [UNKNOWN], c: { d: UNKNOWN } };
        const outputs = { a: { $secret: true }, b: [{ $secret: true }], c: { $secret: true } };
        expect(complete("sql:Server", { inputs, outputs })).toEqual(inputs);
    });

    it.each([undefined, 5, "", "sql-shop", `${GROUP}/providers/Microsoft.Sql/servers`])(
        "take nothing of a name from the id %j",
        (id) => {
            expect(complete("sql:Server", { id })).not.toHaveProperty("serverName");
        },
    );

    it("of other providers have no path", () => {
        const inputs = { length: 6 };
        expect(deployedInputs({ type: "random:index:X", id: SERVER, inputs, outputs: {} })).toEqual(inputs);
    });
});
