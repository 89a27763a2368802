import fc from "fast-check";
import { checkStacks } from "../../../cli/check/check-stacks";
import { recognise } from "../../../cli/check/recognise";
import type { PackSettings } from "../../../cli/preview/pack-settings";
import { packSettings } from "../../../cli/preview/pack-settings";
import { WrongUse } from "../../../cli/wrong-use";
import { loadStreet } from "../../../stacks/settings/load-street";
import { ROOT } from "../../street";
import { fixture } from "./fixture";

const TODAY = "2026-11-23";
const STREET = loadStreet(ROOT);

const check = (value: unknown, foreignConfig?: PackSettings) =>
    checkStacks({ given: recognise(value, "'input.json'"), today: TODAY, foreignConfig, street: () => STREET });

const only = (value: unknown, foreignConfig?: PackSettings) => {
    const [stack, ...others] = check(value, foreignConfig);
    if (stack === undefined || others.length > 0) {
        throw new Error("expected one stack");
    }
    return stack;
};

const database = (stack: string, project: string) => ({
    urn: `urn:pulumi:${stack}::${project}::azure-native:sql:Database::k7f3`,
    type: "azure-native:sql:Database",
    inputs: { location: "westeurope" },
});

/** A lock against deletion is asked for from acceptatie on. */
const isLockAsked = ({ findings }: ReturnType<typeof only>) => findings.some(({ rule }) => rule === "prod-delete-lock");

const exported = (...resources: object[]) => ({ version: 3, deployment: { resources } });

describe("checkStacks", () => {
    it("judges a stack of this project at its own level, with what its files say", () => {
        const stack = only(exported(database("test", "figlo-advisor")));
        expect(stack).toMatchObject({ name: "test", level: "test", own: true });
        expect(stack.policyConfig).toEqual(packSettings(STREET.test));
        expect(isLockAsked(stack)).toBe(false);
    });

    it("judges a further shard as its environment", () => {
        expect(only(exported(database("acceptatie-klanten-02", "figlo-advisor")))).toMatchObject({
            name: "acceptatie-klanten-02",
            level: "acceptatie",
            own: true,
        });
    });

    it.each([
        ["test", "shop"],
        ["proef", "figlo-advisor"],
        ["test-klanten-2", "figlo-advisor"],
    ])("judges stack %s of project %s, which is not ours, as productie", (stack, project) => {
        const checked = only(exported(database(stack, project)));
        expect(checked).toMatchObject({ name: stack, level: "productie", own: false });
        expect(checked.policyConfig).toEqual({ environment: "productie" });
        expect(isLockAsked(checked)).toBe(true);
    });

    it("takes a stack for ours only where all of it is", () => {
        const mixed = exported(database("test", "figlo-advisor"), database("test", "shop"));
        expect(only(mixed).own).toBe(false);
    });

    it("judges a program that is not ours as its configuration says", () => {
        const component = { urn: "urn:pulumi:a::b::sample:x:Y::y", type: "sample:x:Y", inputs: { size: 2 } };
        const strays = (config?: PackSettings) =>
            only({ resources: [component] }, config).findings.filter(({ rule }) => rule === "host-allowed-types")
                .length;
        expect([strays(), strays({ componentPackages: ["sample"] })]).toEqual([1, 0]);
        expect(only({ resources: [component] }, { environment: "test" }).level).toBe("test");
    });

    it("judges each environment of a plan at its own level", () => {
        const environments = Object.fromEntries(
            ["ontwikkeling", "test", "acceptatie", "productie"].map((name) => [
                name,
                { resources: [database(name, "shop")] },
            ]),
        );
        const checked = check({ version: 1, environments });
        expect(checked.map(({ name, level }) => `${name} ${level}`)).toEqual([
            "ontwikkeling ontwikkeling",
            "test test",
            "acceptatie acceptatie",
            "productie productie",
        ]);
        expect(checked.map(isLockAsked)).toEqual([false, false, true, true]);
    });

    it("asks of a stack of ours what the whole lacks, also where the input leaves the stack itself out", () => {
        const missing = (project: string) =>
            only(exported(database("test", project)))
                .findings.filter(({ rule }) => rule === "otap-street-complete")
                .map(({ urn, message }) => `${urn.split("::").pop()}: ${message}`);
        expect(missing("figlo-advisor")).toContain("figlo-advisor-test: it has no site, so nobody is served");
        expect(missing("shop")).toEqual([]);
    });

    it("counts the statements of our own stacks, and none for those of others", () => {
        const measure = (project: string) => only(exported(database("test", project))).measures["8"];
        expect(measure("figlo-advisor")).toMatchObject({ basis: ["state", "attestation"], verdict: "violated" });
        expect(measure("shop")?.evidence.join("\n")).toContain("attestation missing: how the application hashes");
    });

    it("says whether a measure rests on a plan or on what is deployed", () => {
        const basis = (value: unknown) => only(value).measures["12"]?.basis;
        expect(basis(exported(database("test", "shop")))).toEqual(["state"]);
        expect(basis({ resources: [database("test", "shop")] })).toEqual(["plan"]);
    });

    it("finds in a preview of the engine what a program does wrong, and what cannot be known yet", () => {
        const { findings } = only(fixture("careless-preview"));
        const of = (rule: string) =>
            findings.filter((finding) => finding.rule === rule).map(({ verdict, message }) => `${verdict}: ${message}`);
        expect(of("eu-allowed-locations")).toContain(
            "violated: location is 'eastus', not a region of the European Union",
        );
        expect(of("sql-firewall-no-any-ip")).toEqual([
            "violated: the range from 0.0.0.0 to 255.255.255.255 is wider than a /24",
        ]);
        expect(of("web-min-tls-12")).toEqual(["undecided: siteConfig is not known before deployment"]);
    });

    it("decides by an export with secrets what the preview left undecided, and shows none of them", () => {
        const undecided = (name: string) =>
            only(fixture(name)).findings.filter(({ verdict }) => verdict === "undecided").length;
        expect(undecided("careless-preview")).toBeGreaterThan(5);
        expect(undecided("careless-export-with-secrets")).toBe(0);
        const shown = JSON.stringify(only(fixture("careless-export-with-secrets")));
        expect(shown).not.toMatch(/hush|Welkom01/);
    });

    it("judges an opening in a firewall that waits for deletion, each of two of one URN", () => {
        const rule = (end: string, going: boolean) => ({
            urn: "urn:pulumi:proef::shop::azure-native:sql:FirewallRule::office",
            type: "azure-native:sql:FirewallRule",
            inputs: { serverName: "s", startIpAddress: "198.51.100.1", endIpAddress: end },
            delete: going,
        });
        const { findings, resources } = only(
            exported(rule("198.51.100.9", false), rule("198.53.0.0", true), rule("198.54.0.0", true)),
        );
        expect(resources).toHaveLength(1);
        expect(
            findings.filter((finding) => finding.rule.startsWith("sql-firewall")).map(({ message }) => message),
        ).toEqual([
            "the range from 198.51.100.1 to 198.53.0.0 is wider than a /24 (it waits for deletion and still exists)",
            "the range from 198.51.100.1 to 198.54.0.0 is wider than a /24 (it waits for deletion and still exists)",
        ]);
    });

    it("says of what is deployed that a secret decides, or that the export does not tell", () => {
        const signed = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:A" };
        const server = (minimalTlsVersion: unknown) => ({
            urn: "urn:pulumi:proef::shop::azure-native:sql:Server::server",
            type: "azure-native:sql:Server",
            inputs: { minimalTlsVersion },
        });
        const why = (value: unknown) =>
            only(exported(server(value))).findings.find(({ rule }) => rule === "sql-server-min-tls-12")?.message;
        expect(why(signed)).toBe("minimalTlsVersion is a secret");
        expect(why("04da6b54-80e4-46f7-96ec-b56ff0331ba9")).toBe("minimalTlsVersion is not in the export");
    });

    it("finds no relation missing among what is deployed of ours", () => {
        const { findings, own, level } = only(fixture("ontwikkeling-export"));
        const about = [
            "sql-vulnerability-assessment",
            "sql-db-str-retention",
            "sql-db-ltr-retention",
            "sql-server-min-tls-12",
        ];
        expect({ own, level }).toEqual({ own: true, level: "ontwikkeling" });
        expect(findings.filter(({ rule }) => about.includes(rule))).toEqual([]);
    });

    it("has a result or a sentence for whatever the fields hold", () => {
        const urn = fc.constantFrom(
            "urn:pulumi:test::figlo-advisor::a:b:C::d",
            "urn:pulumi:x::y::z::w",
            "__proto__",
            "",
        );
        const anything = fc.oneof(
            fc.jsonValue(),
            fc.constantFrom<unknown>({ $unknown: true }, { toString: 1 }, null, []),
        );
        const resource = fc.record(
            {
                urn,
                type: fc.constantFrom(
                    "azure-native:sql:Server",
                    "azure-native:web:WebApp",
                    "pulumi:pulumi:Stack",
                    "toString",
                ),
                inputs: fc.oneof(
                    fc.dictionary(fc.constantFrom("location", "siteConfig", "__proto__", "tags"), anything),
                    anything,
                ),
                outputs: anything,
                parent: fc.oneof(urn, anything),
                propertyDependencies: anything,
                id: anything,
                external: anything,
                custom: anything,
                delete: anything,
            },
            { requiredKeys: ["urn"] },
        );
        const input = fc.oneof(
            fc.record({ resources: fc.array(resource, { maxLength: 3 }) }),
            fc.record({ deployment: fc.record({ resources: fc.array(resource, { maxLength: 3 }) }) }),
            fc.record({ steps: fc.array(fc.record({ op: fc.constantFrom("same", "delete"), newState: resource })) }),
            fc.record({ version: fc.constant(1), environments: fc.dictionary(fc.string(), anything) }),
            anything,
        );
        fc.assert(
            fc.property(input, (value) => {
                try {
                    expect(Array.isArray(check(value))).toBe(true);
                } catch (error) {
                    expect(error).toBeInstanceOf(WrongUse);
                }
            }),
            { numRuns: 500 },
        );
    });
});
