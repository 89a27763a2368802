import { compliant } from "../compliant-stack";

describe("st-soft-delete", () => {
    it("reports an account whose blob service is left to Azure's default", () => {
        expect(compliant().without("store-recovery").found("st-soft-delete")).toEqual([
            "store: keeps nothing that is deleted: it has no blob service properties",
        ]);
    });

    it.each(["deleteRetentionPolicy.days", "containerDeleteRetentionPolicy.days"])("wants a week of %s", (path) => {
        const days = (value: unknown) => compliant().set("store-recovery", path, value).found("st-soft-delete");
        expect(days(7)).toEqual([]);
        expect(days(6)).toEqual([`store: ${path} is 6, less than 7`]);
        expect(days(undefined)).toEqual([`store: ${path} is not set, less than 7`]);
    });
});

describe("st-no-shared-key", () => {
    it("reports local users, who have passwords", () => {
        expect(compliant().set("store", "isLocalUserEnabled", true).found("st-no-shared-key")).toEqual([
            "store: isLocalUserEnabled is true",
        ]);
    });
});

describe("st-sas-policy", () => {
    const period = (sasExpirationPeriod: unknown) =>
        compliant().set("store", "sasPolicy.sasExpirationPeriod", sasExpirationPeriod).found("st-sas-policy");

    it.each(["7.00:00:00", "07.00:00:00", "0.00:01:00", "08:00:00"])("passes %p", (span) => {
        expect(period(span)).toEqual([]);
    });

    it.each(["7.00:00:01", "0.00:00:00", "00:00:00", "6.99:00:00", "P7D", "", 7, null])("refuses %p", (span) => {
        expect(period(span)).toHaveLength(1);
    });

    it("reports an account without a policy, whatever keys it has", () => {
        expect(compliant().unset("store", "sasPolicy").found("st-sas-policy")).toEqual([
            "store: sasPolicy.sasExpirationPeriod is not set, not within 7 days",
            "store: sasPolicy.expirationAction is not set",
        ]);
    });
});

describe("st-no-cross-tenant-replication", () => {
    const allowed = (value: unknown) => compliant().set("store", "allowCrossTenantReplication", value);

    it("lets an account that Azure Backup copies allow it, and no other", () => {
        expect(allowed(true).found("st-no-cross-tenant-replication")).toEqual([]);
        expect(allowed(true).without("backup").found("st-no-cross-tenant-replication")).toEqual([
            "store: allowCrossTenantReplication is true",
        ]);
        expect(allowed(undefined).found("st-no-cross-tenant-replication")).toHaveLength(1);
    });
});

describe.each([
    ["kv-firewall", "vault", "properties.networkAcls.ipRules", "value"],
    ["st-firewall", "store", "networkRuleSet.ipRules", "iPAddressOrRange"],
])("%s", (rule, resource, path, key) => {
    const letsIn = (address: string) =>
        compliant()
            .set(resource, path, [{ [key]: address }])
            .found(rule);

    it("looks at the addresses that wait for the day that somebody opens public access", () => {
        expect(letsIn("203.0.113.0/24")).toEqual([]);
        expect(letsIn("203.0.113.7")).toEqual([]);
        expect(letsIn("0.0.0.0/1")).toEqual([`${resource}: ${path} lets in '0.0.0.0/1'`]);
        expect(letsIn("")).toHaveLength(1);
    });

    it("counts the addresses of a list together, each once", () => {
        const blocks = (count: number) =>
            compliant()
                .set(
                    resource,
                    path,
                    Array.from({ length: count }, (_, index) => ({ [key]: `198.51.${index}.0/24` })),
                )
                .found(rule);
        expect(blocks(16)).toEqual([]);
        expect(blocks(17)).toEqual([`${resource}: ${path} lets in more than 16 times a /24 by all addresses together`]);
        const often = Array.from({ length: 40 }, () => ({ [key]: "203.0.113.0/24" }));
        expect(compliant().set(resource, path, often).found(rule)).toEqual([]);
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

    it("takes a blank id for no group", () => {
        expect(compliant().set("subnet", "networkSecurityGroup", { id: " " }).found("vnet-subnet-nsg")).toHaveLength(1);
    });
});

describe("pe-subnet-network-policies", () => {
    it("excuses a delegated subnet, which takes no private endpoint", () => {
        const stack = compliant().set("subnet", "privateEndpointNetworkPolicies", "Disabled");
        expect(stack.found("pe-subnet-network-policies")).toHaveLength(1);
        const blank = stack.set("subnet", "delegations", [{ serviceName: "none" }]);
        expect(blank.found("pe-subnet-network-policies")).toHaveLength(1);
        const delegated = stack.set("subnet", "delegations", [{ serviceName: "Microsoft.Web/serverFarms" }]);
        expect(delegated.found("pe-subnet-network-policies")).toEqual([]);
    });

    it("looks at subnets inside a network", () => {
        const subnets = [{ name: "endpoints" }, { name: "GatewaySubnet" }];
        expect(compliant().set("network", "subnets", subnets).found("pe-subnet-network-policies")).toEqual([
            "network: privateEndpointNetworkPolicies is not set on subnet endpoints",
        ]);
    });
});
