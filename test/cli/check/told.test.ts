import { checkStacks } from "../../../cli/check/check-stacks";
import { recognise } from "../../../cli/check/recognise";
import { type PackSettings, packSettings } from "../../../cli/preview/pack-settings";
import { street } from "../../street";

const check = (value: unknown, foreignConfig?: PackSettings) =>
    checkStacks({ given: recognise(value, "'input.json'"), today: "2026-11-23", foreignConfig, street })[0];

const plan = (project: string, policyConfig?: object, name = "test") => ({
    version: 1,
    environments: {
        [name]: {
            resources: [
                {
                    urn: `urn:pulumi:test::${project}::azure-native:sql:FirewallRule::wide`,
                    type: "azure-native:sql:FirewallRule",
                    inputs: { startIpAddress: "198.51.0.0", endIpAddress: "198.51.255.255", serverName: "s" },
                },
            ],
            policyConfig,
        },
    },
});

const LAX = { environment: "ontwikkeling", allowEea: true, widestIpv4Prefix: 8 };
const isWide = (stack: ReturnType<typeof check>) =>
    stack?.findings.some(({ rule }) => rule === "sql-firewall-no-any-ip");

describe("what a stack is judged by", () => {
    it("is for our own what its files say, whatever the plan brought, and that is told", () => {
        const stack = check(plan("figlo-advisor", LAX));
        expect(stack?.policyConfig).toEqual(packSettings(street().test));
        expect(isWide(stack)).toBe(true);
        expect(stack?.notes).toEqual([
            "The plan of test brought a policyConfig of its own that differs (environment, allowEea, widestIpv4Prefix); " +
                "judged by Pulumi.test.yaml and stacks/data/test instead.",
        ]);
    });

    it("says nothing where the plan brought what the files say, or nothing", () => {
        const same = JSON.parse(JSON.stringify(packSettings(street().test)));
        expect(check(plan("figlo-advisor", same))?.notes).toEqual([]);
        expect(check(plan("figlo-advisor"))?.notes).toEqual([]);
    });

    it("takes no exemption of a plan for our own", () => {
        const exemption = {
            rule: "sql-firewall-no-any-ip",
            resource: "*",
            reason: "because",
            requester: "a",
            approver: "b",
            from: "2026-11-01",
            until: "2026-12-01",
        };
        const found = check(plan("figlo-advisor", { exemptions: [exemption] }))?.findings;
        expect(found?.filter((finding) => finding.exemption !== undefined)).toEqual([]);
    });

    it("is for others what the plan brought, where the user says nothing, and that is told", () => {
        const stack = check(plan("shop", LAX));
        expect({ wide: isWide(stack), level: stack?.level, notes: stack?.notes }).toEqual({
            wide: false,
            level: "ontwikkeling",
            notes: [
                "test is not of this project and judged by what its plan says of itself (allowEea, widestIpv4Prefix).",
            ],
        });
    });

    it("is for others what the user says before what the plan brought, and that is told", () => {
        const stack = check(plan("shop", LAX), { widestIpv4Prefix: 24, environment: "productie" });
        expect(stack?.policyConfig).toEqual({ allowEea: true, widestIpv4Prefix: 24, environment: "productie" });
        expect(isWide(stack)).toBe(true);
        expect(stack?.notes).toEqual([
            "The plan of test brought a policyConfig of its own that differs (environment, widestIpv4Prefix); " +
                "judged by --config instead.",
        ]);
    });

    it("is nothing that the user says of a stack of ours", () => {
        expect(() => check(plan("figlo-advisor"), {})).toThrow(
            "--config speaks of programs of others, and 'test' is a stack of this project, whose settings are those of " +
                "Pulumi.test.yaml and stacks/data/test; leave --config out, or change those files",
        );
    });
});
