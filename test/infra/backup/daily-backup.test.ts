import * as resources from "@pulumi/azure-native/resources";
import { DailyBackup, type DailyBackupArgs } from "../../../infra/backup/daily-backup";
import { DocumentsStore } from "../../../infra/backup/documents-store";
import { deployed, planned } from "../../planned";
import { allBefore } from "../../stacks/all-before";
import { place, privateAccess } from "../examples";

const backup = (changes: Partial<DailyBackupArgs> = {}) =>
    new DailyBackup("nightly", {
        place: place(),
        workspaceId: "workspace",
        storeId: "store-id",
        storeName: "store",
        containers: ["documents-t-0001", "documents-t-0002"],
        after: [],
        retentionDays: 35,
        immutability: "Unlocked",
        grantKey: "proef/backup-vault/documents",
        ...changes,
    });

const vault = async (changes: Partial<DailyBackupArgs> = {}) =>
    (await deployed(() => backup(changes))).one("dataprotection:BackupVault").inputs;

describe("DailyBackup", () => {
    it("has a vault whose backups outlive a deletion, by immutability as given and soft delete", async () => {
        expect((await vault({ immutability: "Locked" })).properties).toMatchObject({
            securitySettings: {
                immutabilitySettings: { state: "Locked" },
                softDeleteSettings: { state: "On", retentionDurationInDays: 30 },
            },
        });
    });

    it("copies backups to the region's pair, and can restore there", async () => {
        expect((await vault()).properties).toMatchObject({
            storageSettings: [{ datastoreType: "VaultStore", type: "GeoRedundant" }],
            featureSettings: { crossRegionRestoreSettings: { state: "Enabled" } },
        });
    });

    it("stays in its zones where the region has no pair, without a restore elsewhere, which Azure refuses there", async () => {
        const { properties } = await vault({ place: place({ region: "spaincentral" }) });
        expect(properties).toMatchObject({
            storageSettings: [{ datastoreType: "VaultStore", type: "ZoneRedundant" }],
            featureSettings: { crossSubscriptionRestoreSettings: { state: "Disabled" } },
        });
        expect(properties).not.toHaveProperty("featureSettings.crossRegionRestoreSettings");
    });

    it("restores into no other subscription and raises an alert when a backup fails", async () => {
        expect((await vault()).properties).toMatchObject({
            featureSettings: { crossSubscriptionRestoreSettings: { state: "Disabled" } },
            monitoringSettings: { azureMonitorAlertSettings: { alertsForAllJobFailures: "Enabled" } },
        });
    });

    it("uses the vault's own identity: blob backup does not take a user-assigned one", async () => {
        expect(await vault()).toMatchObject({ identity: { type: "SystemAssigned" }, tags: { dataClass: "customer" } });
    });

    it("has a vault name that Azure takes", async () => {
        expect((await vault()).vaultName).toMatch(/^[A-Za-z][-A-Za-z0-9]{0,48}[A-Za-z0-9]$/);
    });

    it("lets the vault reach the store as a service principal: the SDK says User otherwise", async () => {
        const plan = await deployed(() => backup(), { identity: { principalId: "vault-principal" } });
        expect(plan.one("authorization:RoleAssignment").inputs).toMatchObject({
            principalId: "vault-principal",
            principalType: "ServicePrincipal",
            scope: "store-id",
            roleDefinitionId: expect.stringMatching(/\/roleDefinitions\/e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1$/),
        });
    });

    it("knows no principal before the vault exists", async () => {
        const plan = await planned(() => backup());
        expect(plan.one("authorization:RoleAssignment").inputs.principalId).toEqual({ $unknown: true });
    });

    it("backs up the named containers of the store", async () => {
        const plan = await deployed(() => backup());
        const { backupInstanceName, vaultName, properties } = plan.one("dataprotection:BackupInstance").inputs;
        const store = {
            resourceID: "store-id",
            resourceUri: "store-id",
            resourceName: "store",
            resourceType: "Microsoft.Storage/storageAccounts",
            resourceLocation: "westeurope",
            datasourceType: "Microsoft.Storage/storageAccounts/blobServices",
        };
        expect([backupInstanceName, vaultName]).toEqual(["store", "name-of-nightly-vault"]);
        expect(properties).toEqual({
            objectType: "BackupInstance",
            friendlyName: "store",
            dataSourceInfo: { objectType: "Datasource", ...store },
            dataSourceSetInfo: { objectType: "DatasourceSet", ...store },
            policyInfo: {
                policyId: "id-of-nightly-policy",
                policyParameters: {
                    backupDatasourceParametersList: [
                        {
                            objectType: "BlobBackupDatasourceParameters",
                            containersList: ["documents-t-0001", "documents-t-0002"],
                        },
                    ],
                },
            },
        });
    });

    it("says whose data the backup holds", async () => {
        const plan = await deployed(() => backup());
        expect(plan.one("dataprotection:BackupInstance").inputs.tags).toEqual({
            environment: "proef",
            owner: "platform-team",
            dataClass: "customer",
        });
    });

    it("takes a new tenant's container into the same backup", async () => {
        const grown = ["documents-t-0001", "documents-t-0002", "documents-t-0003"];
        const urn = async (containers: readonly string[]) =>
            (await planned(() => backup({ containers }))).one("dataprotection:BackupInstance").urn;
        expect(await urn(grown)).toBe(await urn(["documents-t-0001"]));
    });

    it("waits for the grant and for the store's containers, which Azure looks for", async () => {
        const plan = await planned(() => {
            const tenants = [{ id: "t-0001", released: false }];
            const store = new DocumentsStore("documents", {
                place: place(),
                workspaceId: "workspace",
                accesses: [privateAccess()],
                tenants,
                pointInTimeDays: 7,
                softDeleteDays: 14,
            });
            backup({ storeId: store.id, storeName: store.name, containers: store.containers, after: [store] });
        });
        const { dependencies } = plan.one("dataprotection:BackupInstance");
        expect(dependencies).toContain(plan.one("authorization:RoleAssignment").urn);
        expect(dependencies).toContain(plan.one("storage:BlobContainer").urn);
        expect(dependencies).toContain(plan.one("storage:BlobServiceProperties").urn);
    });

    it("waits for whatever else it is told to", async () => {
        const plan = await planned(() => {
            const group = new resources.ResourceGroup("group", { location: "westeurope" });
            backup({ after: [group] });
        });
        const group = plan.one("resources:ResourceGroup").urn;
        expect(plan.one("dataprotection:BackupInstance").dependencies).toContain(group);
    });

    it("sends the vault's job log to the workspace", async () => {
        const plan = await deployed(() => backup());
        expect(plan.one("monitor:DiagnosticSetting").inputs).toMatchObject({
            resourceUri: "id-of-nightly-vault",
            workspaceId: "workspace",
            logs: [
                { category: "AddonAzureBackupJobs", enabled: true },
                { category: "AddonAzureBackupPolicy", enabled: true },
                { category: "AddonAzureBackupProtectedInstance", enabled: true },
                { category: "CoreAzureBackup", enabled: true },
            ],
            metrics: [],
        });
    });

    it("protects vault, policy and backup; the lock goes before what lies inside", async () => {
        const plan = await planned(() => backup());
        const kept = ["BackupVault", "BackupPolicy", "BackupInstance"].map((c) => plan.one(`dataprotection:${c}`));
        expect(kept.map((r) => r.protect)).toEqual([true, true, true]);
        const lock = plan.one("authorization:ManagementLockByScope");
        expect(lock.inputs.level).toBe("CanNotDelete");
        expect([...allBefore(lock, plan)]).toEqual(expect.arrayContaining(kept.map((r) => r.urn)));
        expect(lock.dependencies).toContain(plan.one("monitor:DiagnosticSetting").urn);
    });

    it("can be removed where its place is not protected", async () => {
        const plan = await planned(() => backup({ place: place({ protect: false }) }));
        expect(plan.one("dataprotection:BackupVault").protect).toBe(false);
        expect(plan.ofType("authorization:ManagementLockByScope")).toEqual([]);
    });

    it("refuses a backup of no containers, which Azure refuses with UserErrorNoContainersSelectedForOperation", async () => {
        await expect(planned(() => backup({ containers: [] }))).rejects.toThrow(
            "containers: expected at least one, since Azure refuses a backup of none; add a tenant first",
        );
    });

    it("refuses more than the hundred containers of a vaulted backup, and takes exactly that", async () => {
        const containers = Array.from({ length: 101 }, (_, index) => `documents-${index}`);
        await expect(planned(() => backup({ containers }))).rejects.toThrow("at most 100, got 101");
        await expect(planned(() => backup({ containers: containers.slice(1) }))).resolves.toBeDefined();
    });

    it.each([29, 30.5, 3651])("refuses %p days of retention", async (retentionDays) => {
        await expect(planned(() => backup({ retentionDays }))).rejects.toThrow(
            `retentionDays: expected a whole number from 30 to 3650, got ${retentionDays}`,
        );
    });

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => backup({ place: place({ region: "eastus" }) }))).rejects.toThrow(
            "'eastus' is not a region of the European Union",
        );
    });
});
