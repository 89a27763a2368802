import * as resources from "@pulumi/azure-native/resources";
import { ServerEncryption } from "../../../infra/sql/server-encryption";
import { deployed, planned } from "../../planned";
import { allBefore } from "../../stacks/all-before";
import { key, shard } from "./examples";
import { optionsOf } from "./resource-options";

const encryption = (protect = true) =>
    new ServerEncryption("cmk", { resourceGroupName: "rg", serverName: "server-name", key, protect, after: [] });

describe("ServerEncryption", () => {
    it("names the server's key as Azure demands: vault_key_version", async () => {
        const plan = await deployed(() => encryption());
        expect(plan.one("sql:ServerKey").inputs).toEqual({
            resourceGroupName: "rg",
            serverName: "server-name",
            keyName: "kv-proef_sql_0a1b2c",
            serverKeyType: "AzureKeyVault",
            uri: "https://kv-proef.vault.azure.net/keys/sql/0a1b2c",
        });
    });

    it("encrypts with that key, after it is there, and follows its rotation", async () => {
        const plan = await planned(() => encryption());
        const protector = plan.one("sql:EncryptionProtector");
        expect(protector.inputs).toEqual({
            resourceGroupName: "rg",
            serverName: "server-name",
            encryptionProtectorName: "current",
            serverKeyType: "AzureKeyVault",
            serverKeyName: "kv-proef_sql_0a1b2c",
            autoRotationEnabled: true,
        });
        expect(protector.dependencies).toContain(plan.one("sql:ServerKey").urn);
    });

    it("does not take a rotated version for a change, which would delete a key in use", async () => {
        const options = await optionsOf(() => encryption());
        expect(options("cmk-key").ignoreChanges).toEqual(["keyName", "uri"]);
        expect(options("cmk-protector").ignoreChanges).toEqual(["serverKeyName"]);
    });

    it.each([true, false])(
        "is protected as its server is (%s): without it Azure's own key would encrypt",
        async (protect) => {
            const plan = await planned(() => encryption(protect));
            expect([plan.one("sql:ServerKey").protect, plan.one("sql:EncryptionProtector").protect]).toEqual([
                protect,
                protect,
            ]);
        },
    );
});

describe("Shard with a customer-managed key", () => {
    it("gives both servers the identity, the key and the protector", async () => {
        const plan = await deployed(() => shard({ key }));
        expect(plan.ofType("sql:Server").map((server) => server.inputs.primaryUserAssignedIdentityId)).toEqual([
            "id-of-the-identity",
            "id-of-the-identity",
        ]);
        const names = ["name-of-sql-secondary-server", "name-of-sql-primary-server"];
        for (const type of ["sql:ServerKey", "sql:EncryptionProtector"]) {
            expect(new Set(plan.ofType(type).map((child) => child.inputs.serverName))).toEqual(new Set(names));
        }
    });

    it("encrypts the secondary before the primary, else SameKeyMaterialNotFoundOnRemoteServer", async () => {
        const plan = await planned(() => shard({ key }));
        expect([...allBefore(plan.one("sql:ServerKey", "sql-primary-encryption-key"), plan)]).toEqual(
            expect.arrayContaining([
                plan.one("sql:ServerKey", "sql-secondary-encryption-key").urn,
                plan.one("sql:EncryptionProtector", "sql-secondary-encryption-protector").urn,
            ]),
        );
    });

    it("makes the failover group after both protectors", async () => {
        const plan = await planned(() => shard({ key }));
        const protectors = plan.ofType("sql:EncryptionProtector").map((protector) => protector.urn);
        expect(protectors).toHaveLength(2);
        expect([...allBefore(plan.one("sql:FailoverGroup"), plan)]).toEqual(expect.arrayContaining(protectors));
    });

    it("makes a server after its identity, and gives it the key only after the identity may use it", async () => {
        const plan = await planned(() => {
            const identity = new resources.ResourceGroup("identity", { location: "westeurope" });
            const grant = new resources.ResourceGroup("grant", { location: "westeurope" });
            shard({ key: { ...key, identity, grant } });
        });
        const [identity, grant] = ["identity", "grant"].map((name) => plan.one("resources:ResourceGroup", name).urn);
        expect(plan.ofType("sql:Server").filter((server) => !server.dependencies.includes(`${identity}`))).toEqual([]);
        const keys = plan.ofType("sql:ServerKey");
        expect(keys.map((child) => allBefore(child, plan).has(`${grant}`))).toEqual([true, true]);
    });

    it("declares neither key nor protector nor identity without a key: Azure's own is the default", async () => {
        const plan = await deployed(() => shard());
        expect(plan.ofType("sql:ServerKey")).toEqual([]);
        expect(plan.ofType("sql:EncryptionProtector")).toEqual([]);
        expect(plan.ofType("sql:Server").filter((server) => server.inputs.identity !== undefined)).toEqual([]);
    });
});
