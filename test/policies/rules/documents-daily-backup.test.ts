import { compliant } from "../compliant-stack";
import { UNKNOWN } from "../example-stack";

const vaultStore = { dataStoreType: "VaultStore" };

const kept = (duration: string, sourceDataStore: unknown = vaultStore) => ({
    objectType: "AzureRetentionRule",
    lifecycles: [{ deleteAfter: { duration }, sourceDataStore }],
});

const every = (interval: string, dataStore: unknown = vaultStore) => ({
    objectType: "AzureBackupRule",
    dataStore,
    trigger: { schedule: { repeatingTimeIntervals: [`R/2024-01-01T02:00:00+00:00/${interval}`] } },
});

const found = (...policyRules: readonly unknown[]) =>
    compliant().set("nightly", "properties.policyRules", policyRules).found("documents-daily-backup");

const NOT_DAILY = "store: no backup policy of it runs every day into the vault";
const NOT_KEPT = "store: no backup policy of it keeps backups in the vault for 30 days";

describe("documents-daily-backup", () => {
    it("reports an account with customers' data in no backup vault, also one that does not say what it holds", () => {
        const stack = compliant().without("backup");
        const expected = ["store: holds customers' data and is in no backup vault"];
        expect(stack.found("documents-daily-backup")).toEqual(expected);
        expect(stack.unset("store", "tags").found("documents-daily-backup")).toEqual(expected);
    });

    it("takes what a backup is called for nothing: only what it is of counts", () => {
        const of = (account: string) =>
            compliant()
                .set("store", "accountName", "stdocs")
                .without("backup")
                .plus(
                    "dataprotection:BackupInstance",
                    "backup",
                    {
                        properties: {
                            friendlyName: "stdocs",
                            dataSourceInfo: {
                                resourceID: `/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/${account}`,
                            },
                        },
                    },
                    { vaultName: ["backups"] },
                )
                .found("documents-daily-backup");
        const none = "store: holds customers' data and is in no backup vault";
        expect(of("stempty")).toEqual([none]);
        expect(of("stdocs")).not.toContain(none);
    });

    it("asks nothing of an account for operation, unless a container says that it is a customer's", () => {
        const operational = compliant().without("backup").set("store", "tags.dataClass", "operational");
        const named = (name: string) => operational.set("container", "containerName", name);
        expect(named("packages").found("documents-daily-backup")).toEqual([]);
        const expected = ["store: tags.dataClass is 'operational', and container container is a customer's"];
        expect(named("documents").found("documents-daily-backup")).toEqual(expected);
        expect(named("files-k7f3").found("documents-daily-backup")).toEqual(expected);
    });

    it("takes an account with a customer's container for no copy that goes", () => {
        const stack = compliant().without("backup").set("store", "tags.dataClass", "transient");
        expect(stack.found("documents-daily-backup")).toEqual([
            "store: tags.dataClass is 'transient', and container container is a customer's",
        ]);
        expect(stack.set("container", "containerName", "drill").found("documents-daily-backup")).toEqual([]);
    });

    it("wants the vault's own copy in a second region, where the region has a pair", () => {
        const vault = (type: unknown, location = "westeurope", config = {}) =>
            compliant()
                .set("backups", "properties.storageSettings", [{ datastoreType: "VaultStore", type }])
                .set("backups", "location", location)
                .found("documents-daily-backup", config);
        const where = "store: its backup vault backups must be";
        expect(vault("LocallyRedundant")).toEqual([
            `${where} 'GeoRedundant': storageSettings, its type is 'LocallyRedundant'`,
        ]);
        expect(vault("ZoneRedundant")).toHaveLength(1);
        expect(vault("ZoneRedundant", "italynorth")).toEqual([]);
        expect(vault("LocallyRedundant", "italynorth")).toHaveLength(1);
        expect(vault("ZoneRedundant", "norwayeast", { allowEea: true })).toEqual([]);
        expect(vault("GeoRedundant", "norwayeast", { allowEea: true })).toEqual([]);
        expect(compliant().unset("backups", "properties.storageSettings").found("documents-daily-backup")).toEqual([
            `${where} 'GeoRedundant': storageSettings, not set`,
        ]);
    });

    it("reports a backup that was stopped", () => {
        const state = (value: unknown) =>
            compliant().set("backup", "properties.currentProtectionState", value).found("documents-daily-backup");
        expect(state("ProtectionConfigured")).toEqual([]);
        expect(state("ProtectionStopped")).toEqual([
            "store: its backup has currentProtectionState 'ProtectionStopped'",
        ]);
    });

    it("passes a daily policy, also one that runs every few hours", () => {
        expect(found(kept("P30D"), every("P1D"))).toEqual([]);
        expect(found(kept("P1Y"), every("PT12H"))).toEqual([]);
    });

    it("reports a policy that does not run every day or does not keep long enough", () => {
        expect(found(kept("P7D"), every("P1W"))).toEqual([NOT_DAILY, NOT_KEPT]);
        expect(found(kept("PT1S"), every("P1D"))).toEqual([NOT_KEPT]);
        expect(found()).toEqual([NOT_DAILY, NOT_KEPT]);
    });

    it("takes the shortest of several retentions", () => {
        expect(found(kept("P1Y"), kept("P2W"), every("P1D"))).toEqual([NOT_KEPT]);
    });

    it.each([{ dataStoreType: "OperationalStore" }, {}, undefined])(
        "does not count what stays in the account itself, in the store %p",
        (store) => {
            expect(found(kept("P1Y", store ?? null), every("P1D", store ?? null))).toEqual([NOT_DAILY, NOT_KEPT]);
        },
    );

    it("wants the vault locked in productie, and at least immutable elsewhere", () => {
        const vault = (state: unknown) =>
            compliant().set("backups", "properties.securitySettings.immutabilitySettings.state", state);
        const wanted = (states: string) => [
            `store: its backup vault backups is not immutable: its state must be '${states}'`,
        ];
        const inTest = { environment: "test" } as const;
        expect(vault("Unlocked").found("documents-daily-backup")).toEqual(wanted("Locked"));
        expect(vault("Unlocked").found("documents-daily-backup", inTest)).toEqual([]);
        expect(vault("Disabled").found("documents-daily-backup", inTest)).toEqual(wanted("Locked' or 'Unlocked"));
        expect(vault(undefined).found("documents-daily-backup", inTest)).toHaveLength(1);
        expect(vault(UNKNOWN).found("documents-daily-backup")).toEqual([
            expect.stringMatching(/^store: undecided, .*immutabilitySettings\.state is not known before deployment$/),
        ]);
    });

    it("is undecided where the vault is not in the plan", () => {
        expect(compliant().without("backups", "backups-lock").found("documents-daily-backup")).toEqual([
            "store: undecided, its backup vault is not in the plan",
        ]);
    });

    it("reports a backup of no container, or one that leaves a container out", () => {
        const told = (containersList: readonly string[]) =>
            compliant()
                .set("backup", "properties.policyInfo.policyParameters", {
                    backupDatasourceParametersList: [{ containersList }],
                })
                .found("documents-daily-backup");
        expect(told([])).toEqual([
            "store: its backup holds no container",
            "store: its backup leaves out container container",
        ]);
        expect(told(["documents-m2"])).toEqual(["store: its backup leaves out container container"]);
    });
});
