import { compliant } from "../compliant-stack";
import { UNKNOWN } from "../example-stack";

describe("web-ingress-restricted", () => {
    const main = (rule: unknown) => compliant().set("site", "siteConfig.ipSecurityRestrictions", [rule]);
    const scm = (rule: unknown) => compliant().set("site", "siteConfig.scmIpSecurityRestrictions", [rule]);

    it.each([
        ["0.0.0.0/0", 1],
        ["::/0", 1],
        ["Any", 1],
        ["0.0.0.0/1", 1],
        ["203.0.113.0/24", 0],
        ["203.0.113.7", 0],
        ["203.0.113.7/32,0.0.0.0/0", 1],
        ["203.0.113.7/x", 1],
        ["2001:db8::/64", 0],
        ["2001:db8::/48", 1],
        // IPv4 carried in IPv6 is as wide as what it carries.
        ["::ffff:203.0.113.0/120", 0],
        ["::ffff:0.0.0.0/96", 1],
        ["::ffff:0:0/97", 1],
        ["::/64", 1],
        ["0xcb.0.113.7", 1],
    ])("judges an entrance for %s by its width", (ipAddress, findings) => {
        expect(main({ action: "Allow", ipAddress }).found("web-ingress-restricted")).toHaveLength(findings);
        expect(scm({ action: "Allow", ipAddress }).found("web-ingress-restricted")).toHaveLength(findings);
    });

    it("counts the addresses of a list together", () => {
        const blocks = (count: number) =>
            main({ ipAddress: Array.from({ length: count }, (_, index) => `198.51.${index}.0/24`).join() });
        expect(blocks(16).found("web-ingress-restricted")).toEqual([]);
        expect(blocks(17).found("web-ingress-restricted")).toEqual([
            "site: siteConfig.ipSecurityRestrictions lets in more than 16 times a /24 by all addresses together",
        ]);
    });

    it("lets a declared front-end be open to everybody, and its SCM site not", () => {
        const open = { action: "Allow", ipAddress: "0.0.0.0/0" };
        expect(main(open).set("site", "tags.publicFrontEnd", "declared").found("web-ingress-restricted")).toEqual([]);
        expect(scm(open).set("site", "tags.publicFrontEnd", "declared").found("web-ingress-restricted")).toEqual([
            "site: siteConfig.scmIpSecurityRestrictions lets in '0.0.0.0/0'",
        ]);
    });

    it("reports a declared front-end whose SCM site follows it", () => {
        const stack = compliant()
            .set("site", "tags.publicFrontEnd", "declared")
            .set("site", "siteConfig.scmIpSecurityRestrictionsUseMain", true);
        expect(stack.found("web-ingress-restricted")).toHaveLength(1);
    });

    it("does not take a site's word for it that it is a front-end: Traffic Manager must lead to it", () => {
        const stack = main({ action: "Allow", ipAddress: "0.0.0.0/0" }).set("site", "tags.publicFrontEnd", "declared");
        expect(stack.without("profile").found("web-ingress-restricted")).toEqual([
            "site: siteConfig.ipSecurityRestrictions lets in '0.0.0.0/0'",
        ]);
        const elsewhere = stack.change("profile", (profile) => ({
            ...profile,
            propertyDependencies: { endpoints: [compliant().urn("other-site")] },
        }));
        expect(elsewhere.found("web-ingress-restricted")).toHaveLength(1);
    });

    it.each([
        "AzureCloud.westeurope",
        "Internet",
        "AzureFrontDoor.Backend",
        "ActionGroup",
        "azuretrafficmanager,AzureCloud",
    ])("lets no service tag in but Traffic Manager's, not %s", (ipAddress) => {
        expect(main({ action: "Allow", tag: "ServiceTag", ipAddress }).found("web-ingress-restricted")).toHaveLength(1);
    });

    it("lets no service tag in at all to the SCM site", () => {
        const rule = { action: "Allow", tag: "ServiceTag", ipAddress: "AzureTrafficManager" };
        expect(main(rule).found("web-ingress-restricted")).toEqual([]);
        expect(scm(rule).found("web-ingress-restricted")).toHaveLength(1);
    });

    it("takes blank text for no address: such a rule is for everybody, unless it is for a subnet", () => {
        expect(main({ action: "Allow", ipAddress: " " }).found("web-ingress-restricted")).toHaveLength(1);
        expect(main({ action: "Allow", vnetSubnetResourceId: "" }).found("web-ingress-restricted")).toHaveLength(1);
        expect(main({ action: "Allow", vnetSubnetResourceId: UNKNOWN }).found("web-ingress-restricted")).toEqual([]);
    });

    it("asks nothing more of a site without a public address", () => {
        const stack = compliant().set("site", "publicNetworkAccess", "Disabled").unset("site", "siteConfig");
        expect(stack.found("web-ingress-restricted")).toEqual([]);
    });

    it("is undecided where the whole configuration is unknown", () => {
        expect(compliant().set("site", "siteConfig", UNKNOWN).found("web-ingress-restricted")).toEqual([
            "site: undecided, siteConfig is not known before deployment",
        ]);
    });
});
