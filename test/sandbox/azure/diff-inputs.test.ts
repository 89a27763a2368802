import { UNKNOWN } from "../../../arm/wire-form";
import { PlayedAzure, SERVER } from "./played-azure";

const azure = new PlayedAzure();

async function diff(type: string, olds: Record<string, unknown>, news: Record<string, unknown>) {
    const { detailed, deleteBeforeReplace } = await azure.diff(`azure-native:${type}`, olds, news);
    return { detailed: Object.fromEntries(detailed), deleteBeforeReplace };
}

describe("what azure-native finds different", () => {
    it("finds nothing where nothing changed", async () => {
        expect((await diff("sql:Server", SERVER, { ...SERVER })).detailed).toEqual({});
    });

    it("names each property by its path, items of a list by their number", async () => {
        const olds = { tags: { owner: "a", gone: "x" }, sku: { name: "B1" }, list: [{ id: 1 }, { id: 2 }] };
        const news = { tags: { owner: "b", "hidden-link:x.y": "z" }, sku: { name: "B1" }, list: [{ id: 1 }] };
        expect((await diff("web:AppServicePlan", olds, news)).detailed).toEqual({
            "list[1]": "DELETE",
            "tags.gone": "DELETE",
            'tags["hidden-link:x.y"]': "ADD",
            "tags.owner": "UPDATE",
        });
    });

    it("updates in place what is not of the path and may be changed", async () => {
        const { detailed, deleteBeforeReplace } = await diff("sql:Server", SERVER, {
            ...SERVER,
            minimalTlsVersion: "1.3",
        });
        expect(detailed).toEqual({ minimalTlsVersion: "UPDATE" });
        expect(deleteBeforeReplace).toBe(false);
    });

    it.each([
        ["sql:Server", "serverName"],
        ["sql:Server", "resourceGroupName"],
        ["sql:Server", "location"],
        ["sql:Database", "serverName"],
        ["sql:Database", "collation"],
        ["sql:Database", "createMode"],
        ["authorization:RoleAssignment", "principalId"],
        ["authorization:RoleAssignment", "scope"],
        ["authorization:ManagementLockByScope", "scope"],
        ["monitor:DiagnosticSetting", "resourceUri"],
        ["network:PrivateEndpoint", "subnet"],
        ["network:PublicIPAddress", "sku"],
        ["network:VirtualNetwork", "location"],
        ["resources:ResourceGroup", "location"],
        ["storage:StorageAccount", "isHnsEnabled"],
        ["web:WebApp", "kind"],
        ["web:WebApp", "location"],
    ])("replaces %s when its %s changes, and deletes it first", async (type, input) => {
        expect(await diff(type, { [input]: "a" }, { [input]: "b" })).toEqual({
            detailed: { [input]: "UPDATE_REPLACE" },
            deleteBeforeReplace: true,
        });
    });

    it("replaces a SQL server for any change of its inline administrators (pulumi-azure-native#4096)", async () => {
        const administrators = { ...(SERVER.administrators as object), login: "others" };
        const { detailed } = await diff("sql:Server", SERVER, { ...SERVER, administrators });
        expect(detailed).toEqual({ "administrators.login": "UPDATE_REPLACE" });
    });

    it("replaces a failover group for another partner, and updates its databases in place", async () => {
        const olds = { partnerServers: [{ id: "a" }], databases: ["x"] };
        const news = { partnerServers: [{ id: "b" }], databases: ["x", "y"] };
        expect((await diff("sql:FailoverGroup", olds, news)).detailed).toEqual({
            "databases[1]": "ADD",
            "partnerServers[0].id": "UPDATE_REPLACE",
        });
    });

    it.each(["isLedgerOn", "sku", "elasticPoolId", "zoneRedundant", "requestedBackupStorageRedundancy"])(
        "updates a database's %s in place, which the specification does not mark",
        async (input) => {
            expect((await diff("sql:Database", { [input]: "a" }, { [input]: "b" })).detailed).toEqual({
                [input]: "UPDATE",
            });
        },
    );

    it("reads 'West Europe' as 'westeurope'", async () => {
        expect((await diff("sql:Server", { location: "West Europe" }, { location: "westeurope" })).detailed).toEqual(
            {},
        );
    });

    it("makes the new one first where the name was made at random", async () => {
        const olds = { location: "westeurope", __createBeforeDelete: true };
        const news = { location: "northeurope", __createBeforeDelete: true };
        expect((await diff("sql:Server", olds, news)).deleteBeforeReplace).toBe(false);
    });

    it("takes what is not known yet for different", async () => {
        expect((await diff("sql:Database", { serverName: "a" }, { serverName: UNKNOWN })).detailed).toEqual({
            serverName: "UPDATE_REPLACE",
        });
    });
});
