import { compliant } from "../compliant-stack";
import { type ExampleStack, UNKNOWN } from "../example-stack";

const TYPE = "Microsoft.Network/trafficManagerProfiles/azureEndpoints";
const to = (site: string, endpointStatus = "Enabled", name = site) => ({
    name,
    type: TYPE,
    endpointStatus,
    targetResourceId: `/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.Web/sites/${site}`,
});
const made = (endpointStatus = "Enabled") => ({ type: TYPE, endpointStatus, targetResourceId: UNKNOWN });

const named = (): ExampleStack => compliant().set("site", "name", "app-weu").set("other-site", "name", "app-neu");
const leading = (...endpoints: readonly object[]): ExampleStack => named().set("profile", "endpoints", endpoints);

describe("tm-two-endpoints", () => {
    const found = (stack: ExampleStack) => stack.found("tm-two-endpoints");

    it("counts endpoints that lead to one site once, known or not", () => {
        const one = ["profile: has 1 enabled endpoints"];
        expect(found(leading(to("app-weu"), to("app-neu")))).toEqual([]);
        expect(found(leading(to("app-weu"), to("app-weu", "Enabled", "app-neu")))).toEqual(one);
        const single = leading(made(), made()).change("profile", (profile) => ({
            ...profile,
            propertyDependencies: { endpoints: [named().urn("site")] },
        }));
        expect(found(single)).toEqual(one);
    });

    it("reports a profile that is switched off", () => {
        expect(found(named().set("profile", "profileStatus", "Enabled"))).toEqual([]);
        expect(found(named().set("profile", "profileStatus", "Disabled"))).toEqual([
            "profile: profileStatus is 'Disabled'",
        ]);
    });
});

describe("web-two-regions", () => {
    const found = (stack: ExampleStack) => stack.found("web-two-regions");

    it("takes the name of an endpoint for nothing: only where it leads counts", () => {
        expect(found(leading(to("app-weu"), to("app-neu")))).toEqual([]);
        expect(found(leading(to("app-weu"), to("app-weu", "Enabled", "app-neu")))[0]).toBe(
            "profile: leads to sites in 1 of at least 2 regions of the European Union",
        );
    });

    it("leaves out a site behind an endpoint that is switched off", () => {
        expect(found(leading(to("app-weu"), to("app-weu"), to("app-neu", "Disabled")))).toContain(
            "profile: leads to sites in 1 of at least 2 regions of the European Union",
        );
    });

    it("is undecided where it is not known which site is switched off", () => {
        expect(found(leading(made(), made(), made("Disabled")))).toEqual([
            "profile: undecided, which of its endpoints is switched off is not known before deployment",
        ]);
    });

    it("reports a site that visitors reach past the profile, and not one that is closed", () => {
        const third = (publicNetworkAccess: string) =>
            named().plus("web:WebApp", "third", { location: "westeurope", publicNetworkAccess });
        expect(found(third("Enabled"))).toEqual([
            "third: is open to visitors, and no Traffic Manager profile leads to it and to another region",
        ]);
        expect(found(third("Disabled"))).toEqual([]);
    });
});
