import { planEnvironment } from "../../cli/offline/plan-environment";
import type { PlanObject } from "../../cli/plan/plan";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { Planned } from "../planned";
import { previewed, street, TODAY } from "../street";

/** What a subscription has once. */
const WATCHES = ["authorization:PolicyAssignment", "resources:DeploymentAtSubscriptionScope"];

const names = (plan: Planned) =>
    WATCHES.flatMap((type) => plan.ofType(type))
        .map(({ name }) => name)
        .sort();

describe("Assurance", () => {
    it.each(ENVIRONMENTS)("watches over the whole subscription of %s", async (environment) => {
        expect(names(await previewed(environment))).toEqual([
            "defender-plans-template",
            "policies-fedramp-high",
            "policies-group-locations",
            "policies-hipaa",
            "policies-iso-27001-2013",
            "policies-iso-27001-2022",
            "policies-resource-locations",
            "policies-soc-2",
            "security-contact-template",
        ]);
    });

    it("compares with what the settings ask for besides", async () => {
        const loaded = street().test;
        const settings = { ...loaded.settings, initiatives: ["nl-bio", "eu-gdpr"] as const };
        const plan = new Planned((await planEnvironment({ ...loaded, settings }, TODAY)).resources);
        const before = names(await previewed("test"));
        expect(names(plan).filter((name) => !before.includes(name))).toEqual(["policies-eu-gdpr", "policies-nl-bio"]);
    });

    it.each(ENVIRONMENTS)("switches every plan of Defender on in %s", async (environment) => {
        const { properties } = (await previewed(environment)).one(
            "resources:DeploymentAtSubscriptionScope",
            "defender-plans-template",
        ).inputs;
        const { resources } = (properties as { template: { resources: PlanObject[] } }).template;
        expect(resources.map(({ type, name, properties: of }) => [type, name, (of as PlanObject).pricingTier])).toEqual(
            ["SqlServers", "AppServices", "KeyVaults", "StorageAccounts", "Arm"].map((plan) => [
                "Microsoft.Security/pricings",
                plan,
                "Standard",
            ]),
        );
    });

    it.each(ENVIRONMENTS)("has every SQL server of %s assessed", async (environment) => {
        const plan = await previewed(environment);
        const assessed = plan.ofType("sql:SqlVulnerabilityAssessmentsSetting");
        expect(assessed.map(({ inputs }) => inputs.state)).toEqual(["Enabled", "Enabled"]);
        expect(plan.ofType("sql:Server")).toHaveLength(2);
    });

    it("is left to the owner of the subscription, where another environment is", async () => {
        const loaded = street().test;
        const settings = { ...loaded.settings, ownsSubscription: false };
        expect(names(new Planned((await planEnvironment({ ...loaded, settings }, TODAY)).resources))).toEqual([]);
    });

    it("tells of attacks whom the alerts tell of faults", async () => {
        const { alertEmails } = street().productie.settings.monitoring;
        const plan = await previewed("productie");
        const { properties } = plan.one("resources:DeploymentAtSubscriptionScope", "security-contact-template").inputs;
        expect(properties).toMatchObject({
            template: { resources: [{ properties: { emails: alertEmails.join(";") } }] },
        });
    });

    it.each(ENVIRONMENTS)("lets Azure refuse nothing of %s for where it is", async (environment) => {
        const plan = await previewed(environment);
        const { parameters } = plan.one("authorization:PolicyAssignment", "policies-resource-locations").inputs;
        const { value } = (parameters as { listOfAllowedLocations: { value: string[] } }).listOfAllowedLocations;
        const places = plan.resources.flatMap(({ inputs }) => inputs.location ?? []);
        expect(places.length).toBeGreaterThan(100);
        // Azure lets through what is global.
        expect(places.filter((place) => ![...value, "global"].includes(String(place)))).toEqual([]);
    });
});
