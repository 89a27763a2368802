import { compliant } from "../compliant-stack";
import { UNKNOWN } from "../example-stack";

const rule = { name: "web", direction: "Inbound", access: "Allow", destinationPortRange: "443" };
const found = (changed: Record<string, unknown>) =>
    compliant()
        .set("guard", "securityRules", [{ ...rule, ...changed }])
        .found("nsg-no-any-inbound");

describe("nsg-no-any-inbound", () => {
    it.each([
        "*",
        "Any",
        "Internet",
        "0.0.0.0/0",
        "0.0.0.0",
        "::",
        "::/0",
        "0.0.0.0/1",
        "203.0.112.0/23",
        "AzureCloud",
        "10.0.0.0/7",
    ])("reports a rule that lets in %s, whatever the port", (sourceAddressPrefix) => {
        expect(found({ sourceAddressPrefix })).toEqual([`guard: rule web lets in '${sourceAddressPrefix}'`]);
        expect(found({ sourceAddressPrefixes: ["10.0.0.0/24", sourceAddressPrefix] })).toHaveLength(1);
    });

    it.each(["10.0.0.0/8", "192.168.4.0/22", "fd00::/8", "203.0.113.0/24", "203.0.113.7", "VirtualNetwork"])(
        "passes %s",
        (sourceAddressPrefix) => {
            expect(found({ sourceAddressPrefix })).toEqual([]);
        },
    );

    it("counts the addresses of a group together, but not those of private networks", () => {
        const blocks = (count: number, net: string) =>
            found({ sourceAddressPrefixes: Array.from({ length: count }, (_, index) => `${net}.${index}.0/24`) });
        expect(blocks(17, "10.0")).toEqual([]);
        expect(blocks(16, "198.51")).toEqual([]);
        expect(blocks(17, "198.51")).toEqual(["guard: lets in more than 16 times a /24 by all addresses together"]);
    });

    it("passes what is denied, and what goes out, in any case", () => {
        expect(found({ access: "deny", sourceAddressPrefix: "*" })).toEqual([]);
        expect(found({ direction: "OUTBOUND", sourceAddressPrefix: "*" })).toEqual([]);
        expect(found({ direction: undefined, access: undefined, sourceAddressPrefix: "*" })).toHaveLength(1);
    });

    it("reports a rule that names no source, unless it names machines by their group", () => {
        expect(found({})).toEqual(["guard: rule web names no source"]);
        expect(found({ sourceApplicationSecurityGroups: [{ id: UNKNOWN }] })).toEqual([]);
    });

    it("judges a rule beside its group alike", () => {
        const stack = compliant().plus(
            "network:SecurityRule",
            "rdp",
            { ...rule, name: undefined, sourceAddressPrefix: "*" },
            { networkSecurityGroupName: ["guard"] },
        );
        expect(stack.found("nsg-no-any-inbound")).toEqual(["rdp: rule rdp lets in '*'"]);
    });

    it("is undecided about a source that is not known", () => {
        expect(found({ sourceAddressPrefix: UNKNOWN })).toEqual([
            "guard: undecided, securityRules.0.sourceAddressPrefix is not known before deployment",
        ]);
    });
});
