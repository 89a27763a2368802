import fc from "fast-check";
import { CATALOGUE } from "../../policies/catalogue";
import { evaluate } from "../../policies/evaluate";
import type { ResourceInput } from "../../policies/model";
import { compliant } from "./compliant-stack";
import { TODAY, UNKNOWN, urnOf } from "./example-stack";

const config = { today: TODAY };

/** Each resource stripped of what it must have: something to find for most rules. */
const bare = compliant().map((resource) => ({ ...resource, inputs: { location: "eastus" } })).resources;

describe("evaluate", () => {
    it("finds nothing in a stack that keeps every rule", () => {
        expect(evaluate(compliant().resources, config)).toEqual([]);
    });

    it("gives each finding its rule's level, remedy and measures", () => {
        expect(evaluate(compliant().set("server", "minimalTlsVersion", "1.0").resources, config)).toEqual([
            {
                rule: "sql-server-min-tls-12",
                level: "mandatory",
                verdict: "violated",
                urn: urnOf("azure-native:sql:Server", "server"),
                message: "minimalTlsVersion is '1.0'",
                remedy: "Set minimalTlsVersion to '1.2' or '1.3'.",
                measures: [9],
            },
        ]);
    });

    it("gives the same findings for any order of the resources", () => {
        const expected = evaluate(bare, config);
        expect(expected.length).toBeGreaterThan(100);
        fc.assert(
            fc.property(fc.shuffledSubarray([...bare], { minLength: bare.length }), (shuffled) => {
                expect(evaluate(shuffled, config)).toEqual(expected);
            }),
            { numRuns: 25 },
        );
    });

    it("judges a plan that is not ours, and has no more than URNs, types and inputs, as productie", () => {
        const foreign = [{ urn: "urn:x", type: "azure-native:sql:Server", inputs: { serverName: "sql-1" } }];
        const rules = new Set(evaluate(foreign, config).map(({ rule }) => rule));
        expect([...rules]).toEqual([
            "defender-contact",
            "defender-plans",
            "eu-allowed-locations",
            "otap-required-tags",
            "policy-iso27001-assigned",
            "prod-delete-lock",
            "sql-server-auditing-enabled",
            "sql-server-defender",
            "sql-server-entra-admin",
            "sql-server-entra-only-auth",
            "sql-server-min-tls-12",
            "sql-server-outbound-restricted",
            "sql-server-private-endpoint",
            "sql-server-public-network",
            "sql-tde-cmk",
            "sql-vulnerability-assessment",
        ]);
    });

    it("follows names where a plan has no dependencies", () => {
        const server = { urn: "urn:s", type: "azure-native:sql:Server", inputs: { serverName: "sql-1" } };
        const scan = {
            urn: "urn:v",
            type: "azure-native:sql:SqlVulnerabilityAssessmentsSetting",
            inputs: { serverName: "SQL-1", state: "Enabled" },
        };
        const rules = evaluate([server, scan], config).map(({ rule }) => rule);
        expect(rules).not.toContain("sql-vulnerability-assessment");
    });

    it("lets dependencies dangle", () => {
        const lost = compliant().map((resource) => ({
            ...resource,
            parent: "urn:gone",
            propertyDependencies: { serverName: ["urn:gone"], scope: ["urn:gone"] },
        })).resources;
        expect(() => evaluate(lost, config)).not.toThrow();
    });

    it("never fails, whatever the inputs are", () => {
        const value = fc.letrec((tie) => ({
            any: fc.oneof(
                { maxDepth: 4 },
                fc.constantFrom<unknown>(UNKNOWN, { $secret: true }, null),
                fc.jsonValue(),
                tie("same"),
            ),
            same: fc.array(tie("any"), { maxLength: 3 }),
        })).any;
        const types = [...new Set(CATALOGUE.flatMap(({ check }) => check.types ?? [])), "constructor", "a:b"];
        const keys = [...new Set(compliant().resources.flatMap(({ inputs }) => Object.keys(inputs))), "__proto__"];
        const resource: fc.Arbitrary<ResourceInput> = fc.record({
            urn: fc.constantFrom("urn:a", "urn:b", "urn:c", "urn:d"),
            type: fc.constantFrom(...types),
            inputs: fc.dictionary(fc.constantFrom(...keys), value),
        });
        fc.assert(
            fc.property(fc.array(resource, { maxLength: 6 }), (resources) => {
                expect(Array.isArray(evaluate(resources, config))).toBe(true);
            }),
            { numRuns: 400 },
        );
    });

    it("takes any single input of a good stack for anything", () => {
        const { resources } = compliant();
        const spots = resources.flatMap((resource, index) =>
            Object.keys(resource.inputs).map((key) => [index, key] as const),
        );
        fc.assert(
            fc.property(fc.constantFrom(...spots), fc.jsonValue(), ([index, key], value) => {
                const changed = resources.map((resource, at) =>
                    at === index ? { ...resource, inputs: { ...resource.inputs, [key]: value } } : resource,
                );
                expect(Array.isArray(evaluate(changed, config))).toBe(true);
            }),
            { numRuns: 400 },
        );
    });

    it("reads a frozen plan", () => {
        const freeze = <T>(value: T): T => {
            if (typeof value === "object" && value !== null) {
                Object.values(value).forEach(freeze);
                Object.freeze(value);
            }
            return value;
        };
        expect(evaluate(freeze(structuredClone(compliant().resources)), config)).toEqual([]);
    });

    it("finds nothing twice in a thousand resources, and soon", () => {
        const many = Array.from({ length: 12 }, (_, copy) =>
            JSON.parse(JSON.stringify(compliant().resources).replaceAll("figlo-advisor::", `copy-${copy}::`)),
        ).flat();
        expect(many.length).toBeGreaterThan(1000);
        const start = performance.now();
        const findings = evaluate(many, config);
        // Some 150 ms here; several times that and more would be another order of growth.
        expect(performance.now() - start).toBeLessThan(1000);
        // All copies are of one tenant, and each guard and user is in all of them: that is all that is wrong.
        expect(new Set(findings.map(({ rule }) => rule))).toEqual(
            new Set(["sql-db-guarded", "sql-db-per-tenant", "sql-db-users-limited"]),
        );
    });
});
