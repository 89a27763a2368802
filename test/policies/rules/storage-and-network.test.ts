import { compliant } from "../compliant-stack";

describe("documents-daily-backup", () => {
    it("reports an account with customers' data in no backup vault, also one that does not say what it holds", () => {
        const stack = compliant().without("backup");
        const expected = ["store: holds customers' data and is in no backup vault"];
        expect(stack.found("documents-daily-backup")).toEqual(expected);
        expect(stack.unset("store", "tags").found("documents-daily-backup")).toEqual(expected);
        expect(stack.set("store", "tags.dataClass", "operational").found("documents-daily-backup")).toEqual([]);
    });

    it("reports a policy that does not run every day or does not keep long enough", () => {
        const retention = { objectType: "AzureRetentionRule", lifecycles: [{ deleteAfter: { duration: "P7D" } }] };
        const weekly = {
            objectType: "AzureBackupRule",
            trigger: { schedule: { repeatingTimeIntervals: ["R/2024-01-01T02:00:00+00:00/P1W"] } },
        };
        const stack = compliant().set("nightly", "properties.policyRules", [retention, weekly]);
        expect(stack.found("documents-daily-backup")).toEqual([
            "store: no backup policy of it runs every day",
            "store: no backup policy of it keeps backups for 30 days",
        ]);
    });

    it("takes the shortest of several retentions", () => {
        const kept = (duration: string) => ({
            objectType: "AzureRetentionRule",
            lifecycles: [{ deleteAfter: { duration } }],
        });
        const nightly = {
            objectType: "AzureBackupRule",
            trigger: { schedule: { repeatingTimeIntervals: ["R/2024-01-01T02:00:00+00:00/P1D"] } },
        };
        const stack = compliant().set("nightly", "properties.policyRules", [kept("P1Y"), kept("P2W"), nightly]);
        expect(stack.found("documents-daily-backup")).toEqual([
            "store: no backup policy of it keeps backups for 30 days",
        ]);
    });
});

describe("st-soft-delete", () => {
    it("reports an account whose blob service is left to Azure's default", () => {
        expect(compliant().without("store-recovery").found("st-soft-delete")).toEqual([
            "store: keeps nothing that is deleted: it has no blob service properties",
        ]);
    });
});

describe("st-no-shared-key", () => {
    it("reports local users, who have passwords", () => {
        expect(compliant().set("store", "isLocalUserEnabled", true).found("st-no-shared-key")).toEqual([
            "store: isLocalUserEnabled is true",
        ]);
    });
});

describe("kv-rbac", () => {
    it("reports access policies inside the vault and beside it", () => {
        const stack = compliant()
            .set("vault", "properties.accessPolicies", [{ objectId: "33333333-3333-3333-3333-333333333333" }])
            .plus("keyvault:AccessPolicy", "policy", {});
        expect(stack.found("kv-rbac")).toEqual([
            "policy: is an access policy beside role assignments",
            "vault: properties.accessPolicies holds 1",
        ]);
    });
});

describe("vnet-subnet-nsg", () => {
    it("reports a subnet without a group, beside its network or inside", () => {
        expect(compliant().unset("subnet", "networkSecurityGroup").found("vnet-subnet-nsg")).toEqual([
            "subnet: subnet subnet has no network security group",
        ]);
        const subnets = [
            { name: "apps" },
            { name: "GatewaySubnet" },
            { name: "data", networkSecurityGroup: { $unknown: true } },
        ];
        expect(compliant().set("network", "subnets", subnets).found("vnet-subnet-nsg")).toEqual([
            "network: subnet apps has no network security group",
        ]);
    });
});

describe("pe-subnet-network-policies", () => {
    it("excuses a delegated subnet, which takes no private endpoint", () => {
        const stack = compliant().set("subnet", "privateEndpointNetworkPolicies", "Disabled");
        expect(stack.found("pe-subnet-network-policies")).toHaveLength(1);
        const delegated = stack.set("subnet", "delegations", [{ serviceName: "Microsoft.Web/serverFarms" }]);
        expect(delegated.found("pe-subnet-network-policies")).toEqual([]);
    });

    it("looks at subnets inside a network", () => {
        const subnets = [{ name: "endpoints" }];
        expect(compliant().set("network", "subnets", subnets).found("pe-subnet-network-policies")).toEqual([
            "network: privateEndpointNetworkPolicies is not set on subnet endpoints",
        ]);
    });
});
