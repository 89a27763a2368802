import { ClosedStorageAccount, type ClosedStorageAccountArgs } from "../../../infra/storage/closed-storage-account";
import { deployed, planned } from "../../planned";
import { place, privateAccess, secondPlace } from "../examples";

const account = (changes: Partial<ClosedStorageAccountArgs> = {}) =>
    new ClosedStorageAccount("files", {
        place: place(),
        workspaceId: "workspace",
        role: "files",
        dataClass: "customer",
        redundancy: "geo",
        recovery: { softDeleteDays: 30, pointInTimeDays: 14 },
        containers: ["one", "two"],
        accesses: [privateAccess(), privateAccess(secondPlace())],
        azureBackup: true,
        ...changes,
    });

const inputs = async (changes: Partial<ClosedStorageAccountArgs> = {}) =>
    (await deployed(() => account(changes))).one("storage:StorageAccount").inputs;

describe("ClosedStorageAccount", () => {
    it("takes HTTPS only and TLS 1.2: the enum's TLS 1.3 is not supported, and unset means 1.0", async () => {
        expect(await inputs()).toMatchObject({ enableHttpsTrafficOnly: true, minimumTlsVersion: "TLS1_2" });
    });

    it("has no shared keys, where unset means that it has, and no other rights than role assignments", async () => {
        expect(await inputs()).toMatchObject({
            allowSharedKeyAccess: false,
            defaultToOAuthAuthentication: true,
            isLocalUserEnabled: false,
            isSftpEnabled: false,
            sasPolicy: { sasExpirationPeriod: "1.00:00:00", expirationAction: "Block" },
        });
    });

    it("is closed to the public and to other directories", async () => {
        expect(await inputs({ azureBackup: false })).toMatchObject({
            publicNetworkAccess: "Disabled",
            allowBlobPublicAccess: false,
            allowCrossTenantReplication: false,
            allowedCopyScope: "AAD",
        });
    });

    it("lets blobs be replicated to another directory where Azure Backup takes them, which refuses the account otherwise", async () => {
        expect((await inputs({ azureBackup: true })).allowCrossTenantReplication).toBe(true);
    });

    it("lets trusted services in where Azure Backup must reach it", async () => {
        expect((await inputs()).networkRuleSet).toEqual({
            defaultAction: "Deny",
            bypass: "AzureServices",
            ipRules: [],
            virtualNetworkRules: [],
        });
    });

    it("lets no service in where nothing backs it up", async () => {
        expect((await inputs({ azureBackup: false })).networkRuleSet).toMatchObject({
            defaultAction: "Deny",
            bypass: "None",
        });
    });

    it("asks for its second layer of encryption at creation, as Azure takes it at no other time", async () => {
        expect((await inputs()).encryption).toMatchObject({
            keySource: "Microsoft.Storage",
            requireInfrastructureEncryption: true,
        });
    });

    it("is a flat StorageV2 account: a hierarchical namespace cannot be backed up to a vault", async () => {
        expect(await inputs()).toMatchObject({ kind: "StorageV2", isHnsEnabled: false });
    });

    it("has a physical name that Azure takes, tags, and the region of its place", async () => {
        const { accountName, location, tags } = await inputs();
        expect(accountName).toMatch(/^[a-z0-9]{3,24}$/);
        expect(location).toBe("westeurope");
        expect(tags).toEqual({ environment: "proef", owner: "platform-team", dataClass: "customer" });
    });

    it("has private containers only, named by role and not by position", async () => {
        const plan = await deployed(() => account());
        const containers = plan.ofType("storage:BlobContainer");
        expect(containers.map(({ name, inputs }) => [name, inputs.containerName, inputs.publicAccess])).toEqual([
            ["files-one", "one", "None"],
            ["files-two", "two", "None"],
        ]);
    });

    it("uploads nothing itself: azure-native's Blob needs shared keys", async () => {
        const plan = await planned(() => account());
        expect(plan.ofType("storage:Blob")).toEqual([]);
    });

    it("is reached by private endpoint from each network, with records in each region's own zone", async () => {
        const plan = await deployed(() => account());
        expect(plan.ofType("network:PrivateEndpoint").map((r) => [r.name, r.inputs.subnet])).toMatchObject([
            ["files-link-westeurope-endpoint", { id: "subnet-of-westeurope" }],
            ["files-link-northeurope-endpoint", { id: "subnet-of-northeurope" }],
        ]);
        expect(plan.one("network:PrivateEndpoint", "files-link-northeurope-endpoint").inputs).toMatchObject({
            privateLinkServiceConnections: [{ privateLinkServiceId: "id-of-files-account", groupIds: ["blob"] }],
        });
        expect(plan.ofType("network:PrivateDnsZoneGroup").map((r) => r.inputs.privateDnsZoneConfigs)).toEqual([
            [{ name: "blob", privateDnsZoneId: "blob-zone-of-westeurope" }],
            [{ name: "blob", privateDnsZoneId: "blob-zone-of-northeurope" }],
        ]);
    });

    it("sends the logs of its blob service, which has a resource id of its own", async () => {
        const plan = await deployed(() => account());
        expect(plan.one("monitor:DiagnosticSetting").inputs).toMatchObject({
            resourceUri: "id-of-files-account/blobServices/default",
            workspaceId: "workspace",
            logs: [{ categoryGroup: "allLogs", enabled: true }],
        });
    });

    it("writes its endpoints after its children and one after the other: two changes at once are a 409 that is not retried", async () => {
        const plan = await planned(() => account());
        const endpoint = (region: string) => plan.one("network:PrivateEndpoint", `files-link-${region}-endpoint`);
        const children = ["storage:BlobServiceProperties", "storage:BlobContainer"].flatMap((type) =>
            plan.ofType(type),
        );
        expect(endpoint("westeurope").dependencies).toEqual(expect.arrayContaining(children.map((r) => r.urn)));
        expect(endpoint("northeurope").dependencies).toContain(
            plan.one("network:PrivateDnsZoneGroup", "files-link-westeurope-records").urn,
        );
    });

    it("protects account, recovery and containers, and leaves its lock to its owner: rights come later, the lock after them", async () => {
        const plan = await planned(() => account());
        const kept = ["storage:StorageAccount", "storage:BlobServiceProperties", "storage:BlobContainer"];
        const resources = kept.flatMap((type) => plan.ofType(type));
        expect(resources.map((r) => [r.name, r.protect])).toEqual([
            ["files-account", true],
            ["files-recovery", true],
            ["files-one", true],
            ["files-two", true],
        ]);
        expect(plan.ofType("authorization:ManagementLockByScope")).toEqual([]);
    });

    it("can be removed where its place is not protected", async () => {
        const plan = await planned(() => account({ place: place({ protect: false }) }));
        expect(plan.ofType("storage:StorageAccount").map((r) => r.protect)).toEqual([false]);
        expect(plan.ofType("storage:BlobContainer").map((r) => r.protect)).toEqual([false, false]);
    });

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => account({ place: place({ region: "uksouth" }) }))).rejects.toThrow(
            "'uksouth' is not a region of the European Union",
        );
    });

    it("answers with the endpoint of its blobs", async () => {
        let endpoint: string | undefined;
        await deployed(() => {
            account().blobEndpoint.apply((value) => {
                endpoint = value;
            });
        });
        expect(endpoint).toBe("https://name-of-files-account.blob.core.windows.net/");
    });
});
