import { compliant } from "../compliant-stack";
import { ExampleStack, UNKNOWN } from "../example-stack";

const PLANS = ["Arm", "AppServices", "KeyVaults", "SqlServers", "StorageAccounts"];
const withoutPlans = () => compliant().without(...PLANS.map((plan) => `plan-${plan}`));
const SCOPE = "/subscriptions/11111111-1111-1111-1111-111111111111";

const template = (stack: ExampleStack, ...resources: readonly object[]) =>
    stack.plus("resources:DeploymentAtSubscriptionScope", "template", { properties: { template: { resources } } });

describe("defender-plans", () => {
    const lacks = (plan: string) => `nothing switches Defender's plan ${plan} on for the subscription`;

    it("asks the first of each kind where the plan does not show the stack", () => {
        expect([...withoutPlans().found("defender-plans")].sort()).toEqual([
            `other-site: ${lacks("AppServices")}`,
            `outbox: ${lacks("StorageAccounts")}`,
            `partner: ${lacks("SqlServers")}`,
            `vault: ${lacks("Arm")}`,
            `vault: ${lacks("KeyVaults")}`,
        ]);
    });

    it("asks the stack where the plan shows it, also where that refers to another stack", () => {
        const stack = withoutPlans()
            .plus("pulumi:pulumi:Stack", "stack", {})
            .plus("pulumi:pulumi:StackReference", "platform", { name: "figlo/advisor/productie" });
        expect(stack.found("defender-plans")).toEqual(PLANS.map((plan) => `stack: ${lacks(plan)}`));
    });

    it("asks only for what the stack holds, and nothing of one that holds none of it", () => {
        const vault = new ExampleStack().plus("pulumi:pulumi:Stack", "stack", {}).plus("keyvault:Vault", "vault", {});
        expect(vault.found("defender-plans")).toEqual([`stack: ${lacks("Arm")}`, `stack: ${lacks("KeyVaults")}`]);
        expect(vault.without("vault").plus("network:VirtualNetwork", "net", {}).found("defender-plans")).toEqual([]);
    });

    it.each(["Free", undefined, "standard", null])("reports a plan whose tier is %p", (tier) => {
        expect(compliant().set("plan-KeyVaults", "pricingTier", tier).found("defender-plans")).toHaveLength(1);
    });

    it("does not count a plan of one resource, and is undecided while it is not known of what it is", () => {
        const scoped = (scopeId: unknown) =>
            compliant().set("plan-KeyVaults", "scopeId", scopeId).found("defender-plans");
        expect(scoped("subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv")).toEqual([
            `vault: ${lacks("KeyVaults")}`,
        ]);
        expect(scoped(UNKNOWN).every((line) => line.includes("undecided"))).toBe(true);
        expect(compliant().set("plan-KeyVaults", "pricingName", "keyvaults").found("defender-plans")).toEqual([]);
    });

    it("reads a template for the subscription, without what has a condition", () => {
        const plans = (change: object = {}) =>
            PLANS.map((name) => ({
                type: "Microsoft.Security/pricings",
                name,
                properties: { pricingTier: "Standard" },
                ...change,
            }));
        expect(template(withoutPlans(), ...plans()).found("defender-plans")).toEqual([]);
        expect(template(withoutPlans(), ...plans({ condition: false })).found("defender-plans")).toHaveLength(5);
        expect(
            template(withoutPlans(), ...plans({ properties: { pricingTier: "Free" } })).found("defender-plans"),
        ).toHaveLength(5);
    });
});

describe("defender-plans, of one account", () => {
    it("reports an account that is taken out of what the subscription has", () => {
        const account = (isEnabled: unknown) =>
            compliant()
                .plus("security:DefenderForStorage", "own", { isEnabled, overrideSubscriptionLevelSettings: true })
                .found("defender-plans");
        expect(account(true)).toEqual([]);
        expect(account(false)).toEqual(["own: isEnabled is false: Defender does not watch its account"]);
        expect(account(UNKNOWN)).toEqual(["own: undecided, isEnabled is not known before deployment"]);
    });
});

describe("defender-contact", () => {
    const without = compliant().without("contact");
    const properties = compliant().get("contact").inputs;
    const contact = { type: "Microsoft.Security/securityContacts", name: "default", properties };

    it("wants one, once for the whole stack", () => {
        expect(without.found("defender-contact")).toHaveLength(1);
        expect(without.plus("pulumi:pulumi:Stack", "stack", {}).found("defender-contact")).toEqual([
            "stack: nothing says whom Defender tells",
        ]);
        expect(new ExampleStack().plus("pulumi:pulumi:Stack", "stack", {}).found("defender-contact")).toEqual([]);
    });

    it("reads one out of a template", () => {
        expect(template(without, contact).found("defender-contact")).toEqual([]);
        const off = { ...contact, properties: { ...properties, isEnabled: false } };
        expect(template(without, off).found("defender-contact")).toEqual(["template: isEnabled is false"]);
        expect(
            template(without, { ...contact, condition: "[parameters('told')]" }).found("defender-contact"),
        ).toHaveLength(1);
    });

    it.each(["a@figlo.example; not an address", "nobody", 7])("refuses the addresses %p", (emails) => {
        expect(compliant().set("contact", "emails", emails).found("defender-contact")).toHaveLength(1);
    });

    it.each(["High", "Medium", "Low"])(
        "passes alerts from %s on: those of high severity are among them",
        (minimalSeverity) => {
            const sources = [{ sourceType: "Alert", minimalSeverity }];
            expect(compliant().set("contact", "notificationsSources", sources).found("defender-contact")).toEqual([]);
        },
    );
});

describe("policy-iso27001-assigned", () => {
    const found = (stack: ExampleStack) => stack.found("policy-iso27001-assigned");
    const changed = (name: string, path: string, value: unknown) =>
        found(compliant().plus("pulumi:pulumi:Stack", "stack", {}).set(name, path, value));

    it("wants both, once for the whole stack", () => {
        const stack = compliant().without("iso", "locations");
        expect(found(stack)).toHaveLength(2);
        expect(found(stack.plus("pulumi:pulumi:Stack", "stack", {}))).toEqual([
            "stack: Microsoft's initiative for ISO 27001 is not assigned",
            "stack: the policy of allowed locations is not assigned",
        ]);
    });

    it("takes the initiative of 2013 too, whatever the spelling of its id", () => {
        const id = "/PROVIDERS/Microsoft.Authorization/policySetDefinitions/89C6CDDC-1C73-4AC1-B19C-54D1A15A42F2";
        expect(changed("iso", "policyDefinitionId", id)).toEqual([]);
    });

    it("takes no definition of a subscription's own for Microsoft's, whatever it is called", () => {
        const own = `${SCOPE}/providers/Microsoft.Authorization/policySetDefinitions/89c6cddc-1c73-4ac1-b19c-54d1a15a42f2`;
        expect(changed("iso", "policyDefinitionId", own)).toEqual([
            "stack: Microsoft's initiative for ISO 27001 is not assigned",
        ]);
    });

    it("reports an initiative that leaves a part of the subscription out", () => {
        expect(changed("iso", "notScopes", [])).toEqual([]);
        expect(changed("iso", "notScopes", [`${SCOPE}/resourceGroups/g`])).toEqual([
            "stack: Microsoft's initiative for ISO 27001 is assigned by iso, and its notScopes is set",
        ]);
    });

    it.each(["DoNotEnforce", undefined, null])("reports the enforcementMode %p", (mode) => {
        expect(changed("iso", "enforcementMode", mode)).toHaveLength(1);
        expect(changed("locations", "enforcementMode", mode)).toHaveLength(1);
    });

    it("reports a scope that is a part of the subscription, and takes a management group", () => {
        expect(changed("locations", "scope", `${SCOPE}/resourceGroups/g`)).toEqual([
            `stack: the policy of allowed locations is assigned by locations, and its scope is '${SCOPE}/resourceGroups/g'`,
        ]);
        expect(changed("locations", "scope", "/providers/Microsoft.Management/managementGroups/figlo")).toEqual([]);
    });

    it.each<[string, unknown]>([
        ["parameters.listOfAllowedLocations.value", ["westeurope", "eastus"]],
        ["parameters.listOfAllowedLocations.value", []],
        ["parameters.listOfAllowedLocations", null],
        ["parameters.effect", { value: "Audit" }],
        ["notScopes", [`${SCOPE}/resourceGroups/g`]],
        ["overrides", [{ kind: "policyEffect", value: "Disabled" }]],
        ["resourceSelectors", [{ name: "some" }]],
    ])("reports allowed locations whose %s is %j", (path, value) => {
        expect(changed("locations", path, value)).toHaveLength(1);
    });

    it("passes the explicit effect, what is global, and empty exceptions", () => {
        expect(changed("locations", "parameters.effect", { value: "deny" })).toEqual([]);
        expect(changed("locations", "parameters.listOfAllowedLocations.value", ["West Europe", "global"])).toEqual([]);
        expect(changed("locations", "notScopes", [])).toEqual([]);
    });

    it("is undecided while an assignment may be of either, and not for one of an own definition", () => {
        const stack = compliant().without("iso");
        expect(found(stack.plus("authorization:PolicyAssignment", "some", { policyDefinitionId: UNKNOWN }))).toEqual([
            expect.stringMatching(/undecided, policyDefinitionId of some is not known before deployment$/),
        ]);
        const own = stack
            .plus("authorization:PolicyDefinition", "own", {})
            .plus("authorization:PolicyAssignment", "some", {}, { policyDefinitionId: ["own"] });
        expect(found(own)).toEqual([expect.stringMatching(/ISO 27001 is not assigned$/)]);
    });
});

describe("policy-exemption-expires", () => {
    const ending = (expiresOn: unknown, exemptionCategory?: unknown) =>
        compliant()
            .set("waiver", "expiresOn", expiresOn)
            .set("waiver", "exemptionCategory", exemptionCategory)
            .found("policy-exemption-expires");

    it("lets a waiver last a year, from today on", () => {
        expect(ending("2027-11-24", "Waiver")).toEqual([]);
        expect(ending("2027-11-24T23:59:59.000+01:00", "Waiver")).toEqual([]);
        expect(ending("2027-11-25", "Waiver")).toEqual(["waiver: expiresOn is '2027-11-25', more than 366 days ahead"]);
    });

    it.each(["2026-02-31", "soon", " ", null, 20261231])("takes %p for no date", (date) => {
        expect(ending(date, "Waiver")).toHaveLength(1);
    });

    it("asks no end of what is kept in another way, and takes an unnamed category for a waiver", () => {
        expect(ending(undefined, "Mitigated")).toEqual([]);
        expect(ending(undefined, undefined)).toHaveLength(1);
    });
});

describe("appi-workspace-and-auth", () => {
    it("wants a workspace", () => {
        const stack = compliant().set("telemetry", "workspaceResourceId", " ");
        expect(stack.found("appi-workspace-and-auth")).toEqual(["telemetry: workspaceResourceId is not set"]);
    });
});
