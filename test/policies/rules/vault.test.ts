import { compliant } from "../compliant-stack";
import { type ExampleStack, UNKNOWN } from "../example-stack";

describe("kv-private-endpoint", () => {
    const found = (stack: ExampleStack) => stack.found("kv-private-endpoint");
    const NONE = ["vault: has no private endpoint"];

    it("reports a vault without an endpoint, and one whose endpoint is of something else", () => {
        expect(found(compliant().without("vault-link"))).toEqual(NONE);
        const blob = compliant().set("vault-link", "privateLinkServiceConnections", [
            { groupIds: ["blob"], privateLinkServiceId: UNKNOWN },
        ]);
        expect(found(blob)).toEqual(NONE);
    });

    it("does not count a connection that waits for approval by hand", () => {
        const { privateLinkServiceConnections } = compliant().get("vault-link").inputs;
        const stack = compliant()
            .without("vault-link")
            .plus(
                "network:PrivateEndpoint",
                "vault-link",
                { manualPrivateLinkServiceConnections: privateLinkServiceConnections },
                { manualPrivateLinkServiceConnections: ["vault"] },
            );
        expect(found(stack)).toEqual(NONE);
    });

    it("follows a known id to its vault, and to no other", () => {
        const to = (name: string) =>
            compliant()
                .set("vault", "vaultName", "kv-1")
                .without("vault-link")
                .plus("network:PrivateEndpoint", "vault-link", {
                    privateLinkServiceConnections: [
                        {
                            groupIds: ["vault"],
                            privateLinkServiceId: `/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/${name}`,
                        },
                    ],
                });
        expect(found(to("KV-1"))).toEqual([]);
        expect(found(to("kv-2"))).toEqual(NONE);
    });

    it("takes the name of a connection for nothing", () => {
        const id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv-other";
        const stack = compliant()
            .set("vault", "vaultName", "kv-1")
            .without("vault-link")
            .plus("network:PrivateEndpoint", "vault-link", {
                privateLinkServiceConnections: [{ name: "kv-1", groupIds: ["vault"], privateLinkServiceId: id }],
            });
        expect(found(stack)).toEqual(NONE);
    });
});

describe("kv-soft-delete", () => {
    it("wants ninety days in productie, and elsewhere what Azure gives at least", () => {
        const days = (value: unknown, environment: "productie" | "test") =>
            compliant()
                .set("vault", "properties.softDeleteRetentionInDays", value)
                .found("kv-soft-delete", { environment });
        expect(days(7, "test")).toEqual([]);
        expect(days(undefined, "test")).toEqual([
            "vault: properties.softDeleteRetentionInDays is not set, less than 7",
        ]);
        expect(days(89, "productie")).toEqual(["vault: properties.softDeleteRetentionInDays is 89, less than 90"]);
    });
});

describe("kv-audit-logs", () => {
    const found = (stack: ExampleStack) => stack.found("kv-audit-logs");
    const NONE = ["vault: no diagnostic setting of it sends AuditEvent to a workspace"];

    it.each(["allLogs", "audit"])("takes the group %s for what it holds", (categoryGroup) => {
        expect(found(compliant().set("vault-audit", "logs", [{ categoryGroup, enabled: true }]))).toEqual([]);
    });

    it.each([
        ["goes to no workspace", "workspaceId", " "],
        ["does not say that it is on", "logs", [{ category: "AuditEvent" }]],
        ["is on in words", "logs", [{ category: "AuditEvent", enabled: "true" }]],
        ["collects something else", "logs", [{ category: "AzurePolicyEvaluationDetails", enabled: true }]],
    ])("does not count a setting that %s", (_, property, value) => {
        expect(found(compliant().set("vault-audit", property, value))).toEqual(NONE);
    });

    it("reports a vault without a setting, also where another vault has one", () => {
        expect(found(compliant().without("vault-audit"))).toEqual(NONE);
        const { inputs } = compliant().get("vault");
        expect(found(compliant().plus("keyvault:Vault", "other", inputs))).toEqual([
            "other: no diagnostic setting of it sends AuditEvent to a workspace",
        ]);
    });

    it("is undecided where a setting might be on anything", () => {
        const stack = compliant()
            .without("vault-audit")
            .plus("monitor:DiagnosticSetting", "somewhere", { resourceUri: UNKNOWN, workspaceId: UNKNOWN });
        expect(found(stack)).toEqual(["vault: undecided, resourceUri of somewhere is not known before deployment"]);
    });
});

describe("kv-secret-expiry", () => {
    const ends = (expires: unknown, today?: string) =>
        compliant()
            .set("secret", "properties.attributes.expires", expires)
            .found("kv-secret-expiry", today === undefined ? {} : { today });
    const at = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;

    it("passes a day within a year, also one with a 29th of February", () => {
        expect(ends(at("2027-11-23"))).toEqual([]);
        expect(ends(at("2028-03-01"), "2027-03-01")).toEqual([]);
    });

    it("reports a later day, and one in milliseconds", () => {
        expect(ends(at("2027-11-25"))).toEqual([
            `secret: properties.attributes.expires is ${at("2027-11-25")}, more than a year ahead`,
        ]);
        expect(ends(at("2027-01-01") * 1000)).toHaveLength(1);
    });

    it("reports a day that is past, since the secret is handed out all the same", () => {
        expect(ends(at("2026-11-23"))).toEqual([
            `secret: properties.attributes.expires is ${at("2026-11-23")}, which is past`,
        ]);
        expect(ends(-1)).toHaveLength(1);
    });

    it.each([null, "", "2027-01-01", String(at("2027-01-01")), true])("reports %p, which is no number", (expires) => {
        expect(ends(expires)).toHaveLength(1);
    });
});

describe("kv-key-rotation", () => {
    const action = (type: unknown, trigger: unknown) =>
        compliant()
            .set("key", "properties.rotationPolicy.lifetimeActions", [{ action: { type }, trigger }])
            .found("kv-key-rotation");
    const NONE = ["key: properties.rotationPolicy has no action that rotates the key before it ends"];

    it("takes a rotation after a time from the key's creation or before its end", () => {
        expect(action("rotate", { timeAfterCreate: "P300D" })).toEqual([]);
        expect(action("Rotate", { timeBeforeExpiry: "P30D" })).toEqual([]);
    });

    it.each([
        ["notify", { timeBeforeExpiry: "P30D" }],
        ["rotate", {}],
        ["rotate", { timeAfterCreate: "" }],
        ["rotate", { timeAfterCreate: "P2Y" }],
        [undefined, { timeAfterCreate: "P10M" }],
    ])("does not count %p with %j", (type, trigger) => {
        expect(action(type, trigger)).toEqual(NONE);
    });

    it("reports a key without a policy", () => {
        expect(compliant().unset("key", "properties.rotationPolicy").found("kv-key-rotation")).toEqual([
            "key: properties.rotationPolicy.attributes.expiryTime is not set",
            ...NONE,
        ]);
    });
});
