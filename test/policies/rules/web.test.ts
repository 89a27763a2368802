import { compliant } from "../compliant-stack";

describe("web-managed-identity", () => {
    it("reports an identity of the user's that names none", () => {
        for (const named of [[], [" "], {}, undefined]) {
            const stack = compliant().set("site", "identity", { type: "UserAssigned", userAssignedIdentities: named });
            expect(stack.found("web-managed-identity")).toEqual([
                "site: identity.type is 'UserAssigned' and identity.userAssignedIdentities names none",
            ]);
        }
        const own = compliant().set("site", "identity", { type: "SystemAssigned" });
        expect(own.found("web-managed-identity")).toEqual([]);
    });
});

describe("web-basic-auth-off", () => {
    it("reports a site that leaves both ways to Azure's default", () => {
        expect(compliant().without("site-ftp", "site-scm").found("web-basic-auth-off")).toEqual([
            "site: publishing by FTP with a password is not switched off",
            "site: publishing by SCM with a password is not switched off",
        ]);
    });
});

describe("web-hostname-tls-bound", () => {
    it("reports a name without TLS, and TLS without a certificate", () => {
        expect(compliant().set("binding", "sslState", "Disabled").found("web-hostname-tls-bound")).toEqual([
            "binding: sslState is 'Disabled'",
        ]);
        expect(compliant().unset("binding", "thumbprint").found("web-hostname-tls-bound")).toEqual([
            "binding: sslState is 'SniEnabled' and no certificate is named",
        ]);
    });

    it("passes a managed certificate that a template binds, one for each binding", () => {
        const hostName = { hostName: { value: "advisor.figlo.example" } };
        const template = {
            resources: [{ type: "Microsoft.Web/sites/hostNameBindings", properties: { sslState: "SniEnabled" } }],
        };
        const stack = compliant()
            .unset("binding", "sslState")
            .plus("web:Certificate", "certificate", { canonicalName: "advisor.figlo.example" })
            .plus("resources:Deployment", "tls", { properties: { parameters: hostName, template } });
        expect(stack.found("web-hostname-tls-bound")).toEqual([]);
        expect(stack.without("tls").found("web-hostname-tls-bound")).toHaveLength(1);
        const second = stack.plus("web:WebAppHostNameBinding", "second", { hostName: "advisor.figlo.example" });
        expect(second.found("web-hostname-tls-bound")).toHaveLength(2);
    });
});

describe("web-hostname-tls-bound, beside the binding", () => {
    const found = (sslState: unknown, thumbprint?: unknown, name = "login.figlo.example") =>
        compliant().set("site", "hostNameSslStates", [{ name, sslState, thumbprint }]).found("web-hostname-tls-bound");

    it("reports a site that says of a name that it has no TLS", () => {
        expect(found("Disabled")).toEqual([
            "site: hostNameSslStates.sslState is 'Disabled' of 'login.figlo.example', or it has no certificate",
        ]);
        expect(found("SniEnabled")).toHaveLength(1);
        expect(found("SniEnabled", "AB12")).toEqual([]);
        expect(found("Disabled", undefined, "app-1.azurewebsites.net")).toEqual([]);
    });

    it("reports a template that takes TLS from a name, in a list or by symbolic name", () => {
        const binding = { type: "Microsoft.Web/sites/hostNameBindings", properties: { sslState: "Disabled" } };
        for (const resources of [[binding], { binding }]) {
            const stack = compliant().plus("resources:Deployment", "off", { properties: { template: { resources } } });
            expect(stack.found("web-hostname-tls-bound")).toEqual(["off: sslState is 'Disabled' in its template"]);
        }
    });
});

describe("web-ftp-disabled", () => {
    it("takes FTP over TLS before productie alone", () => {
        const found = (state: string, environment: "productie" | "test") =>
            compliant().set("site", "siteConfig.ftpsState", state).found("web-ftp-disabled", { environment });
        expect(found("FtpsOnly", "test")).toEqual([]);
        expect(found("AllAllowed", "test")).toEqual(["site: siteConfig.ftpsState is 'AllAllowed'"]);
        expect(found("FtpsOnly", "productie")).toEqual(["site: siteConfig.ftpsState is 'FtpsOnly'"]);
    });
});

describe("web-two-regions", () => {
    it("reports a profile that leads to one region, and the sites behind it", () => {
        expect(compliant().set("other-site", "location", "West Europe").found("web-two-regions")).toEqual([
            "profile: leads to sites in 1 of at least 2 regions of the European Union",
            "other-site: no Traffic Manager profile leads to sites in two regions of the European Union",
            "site: no Traffic Manager profile leads to sites in two regions of the European Union",
        ]);
    });

    it("reports sites without a profile", () => {
        expect(compliant().without("profile").found("web-two-regions")).toHaveLength(2);
    });

    it("counts endpoints that stand beside the profile", () => {
        const beside = { endpointType: "AzureEndpoints", endpointStatus: "Enabled" };
        const stack = compliant()
            .change("profile", (profile) => ({ ...profile, propertyDependencies: {} }))
            .set("profile", "endpoints", [])
            .plus("trafficmanager:Endpoint", "a", beside, { profileName: ["profile"], targetResourceId: ["site"] })
            .plus("trafficmanager:Endpoint", "b", beside, {
                profileName: ["profile"],
                targetResourceId: ["other-site"],
            });
        expect(stack.found("web-two-regions")).toEqual([]);
        expect(stack.found("tm-two-endpoints")).toEqual([]);
    });
});

describe("tm-two-endpoints", () => {
    it("reports endpoints outside Azure and those that are not enabled", () => {
        const [{ targetResourceId }] = compliant().get("profile").inputs.endpoints as [Record<string, unknown>];
        const type = (kind: string) => `Microsoft.Network/trafficManagerProfiles/${kind}`;
        const endpoints = [
            { type: type("externalEndpoints"), endpointStatus: "Enabled", targetResourceId },
            { type: type("azureEndpoints"), targetResourceId },
        ];
        expect(compliant().set("profile", "endpoints", endpoints).found("tm-two-endpoints")).toEqual([
            "profile: an endpoint has the type 'Microsoft.Network/trafficManagerProfiles/externalEndpoints', not one of Azure",
            "profile: has 1 enabled endpoints",
        ]);
    });

    it("reports an endpoint that is served while it is ill, inside the profile or beside it", () => {
        const always = ["profile: an endpoint has alwaysServe 'Enabled': it is served while it is ill"];
        const [first, second] = compliant().get("profile").inputs.endpoints as readonly object[];
        const inside = (alwaysServe: unknown) =>
            compliant()
                .set("profile", "endpoints", [first, { ...second, alwaysServe }])
                .found("tm-two-endpoints");
        expect(inside("Enabled")).toEqual(always);
        expect(inside("Disabled")).toEqual([]);
        const beside = { endpointType: "AzureEndpoints", endpointStatus: "Enabled", alwaysServe: "Enabled" };
        const stack = compliant().plus("trafficmanager:Endpoint", "third", beside, {
            profileName: ["profile"],
            targetResourceId: ["site"],
        });
        expect(stack.found("tm-two-endpoints")).toEqual(always);
    });
});

describe("web-plan-min-instances", () => {
    it("only tells acceptatie, and leaves out what comes before", () => {
        const stack = compliant().set("plan", "sku.capacity", 1);
        expect(stack.found("web-plan-min-instances", { environment: "acceptatie" })).toEqual([
            "plan: sku.capacity is 1",
        ]);
        expect(stack.found("web-plan-min-instances", { environment: "test" })).toEqual([]);
    });
});
