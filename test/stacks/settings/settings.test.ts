import { ENVIRONMENTS } from "../../../stacks/settings/environments";
import { parseSettings, settingsFromConfig, settingsFromYaml } from "../../../stacks/settings/settings";
import { SettingsError } from "../../../stacks/settings/settings-error";
import { changed, configOf, mistakesWith, textOf } from "./examples";

describe("the four settings files", () => {
    it.each(ENVIRONMENTS)("%s is valid", (environment) => {
        const file = `Pulumi.${environment}.yaml`;
        expect(settingsFromYaml(file, textOf(file)).environment).toBe(environment);
    });

    it.each(ENVIRONMENTS)("%s points the editor to the schema in its first line", (environment) => {
        const [first] = textOf(`Pulumi.${environment}.yaml`).split("\n");
        expect(first).toBe("# yaml-language-server: $schema=stacks/settings/settings.schema.json");
    });

    it("declare server-level addresses in productie only, one of them with an end", () => {
        const counts = ENVIRONMENTS.map((environment) => settings(environment).sql.firewall.length);
        expect(counts).toEqual([0, 0, 0, 3]);
        const [ending, ...more] = settings("productie").sql.firewall.filter(({ until }) => until !== undefined);
        expect([ending?.until, more]).toEqual(["2027-03-31", []]);
    });

    it("are built for customers in acceptatie and productie", () => {
        for (const environment of ["acceptatie", "productie"] as const) {
            const { protection, sql, web } = settings(environment);
            expect({
                protection,
                tier: sql.pool.tier,
                zones: sql.pool.zoneRedundant,
                plan: web.plan.zoneRedundant,
            }).toEqual({ protection: true, tier: "BusinessCritical", zones: true, plan: true });
            expect(web.plan.instances).toBeGreaterThanOrEqual(3);
        }
    });
});

describe("parseSettings", () => {
    it("gives settings under their own names, without namespaces", () => {
        const { location, vendor, regions } = settings("productie");
        expect({ location, vendor, regions }).toEqual({
            location: "westeurope",
            vendor: "figlo",
            regions: { primary: "westeurope", secondary: "northeurope", allowEea: false },
        });
    });

    it("freezes them at every depth", () => {
        const found = settings("productie");
        expect(Object.isFrozen(found)).toBe(true);
        expect(Object.isFrozen(found.sql.firewall[0])).toBe(true);
    });

    it("reads a region in any spelling that ARM takes", () => {
        const config = changed(configOf("test"), ["azure-native:location"], "West Europe");
        config["figlo-advisor:regions"] = { primary: "WestEurope", secondary: "North Europe" };
        const { location, regions } = parseSettings("Pulumi.test.yaml", config);
        expect([location, regions.primary, regions.secondary]).toEqual(["westeurope", "westeurope", "northeurope"]);
    });

    it("keeps the Union's regions where the settings do not say more", () => {
        const config = changed(configOf("test"), ["figlo-advisor:regions", "allowEea"], undefined);
        expect(parseSettings("Pulumi.test.yaml", config).regions.allowEea).toBe(false);
    });

    it("lists all mistakes at once, each with its path, what was found and what is allowed", () => {
        let config = changed(configOf("test"), ["figlo-advisor:regions", "secondary"], "eastus");
        config = changed(config, ["figlo-advisor:backup", "pointInTimeDays"], 3);
        config = changed(config, ["figlo-advisor:ownr"], "platform-team");
        expect(messageOf(config)).toBe(
            [
                "Pulumi.test.yaml has 3 mistakes:",
                "  - regions.secondary: 'eastus' is not in the European Union; choose the pair of 'westeurope': 'northeurope'",
                "  - backup.pointInTimeDays: expected a whole number from 7 to 35, got 3",
                "  - ownr: unknown setting; did you mean 'owner'?",
            ].join("\n"),
        );
    });

    it("counts one mistake as one", () => {
        const config = changed(configOf("test"), ["figlo-advisor:vendor"], undefined);
        expect(messageOf(config)).toBe(
            "Pulumi.test.yaml has 1 mistake:\n" +
                "  - vendor: is missing; expected a name of 2 to 10 lower-case letters and digits that starts with a letter",
        );
    });

    it("finds mistakes between sections beside those in other sections", () => {
        const config = changed(configOf("test"), ["azure-native:location"], "northeurope");
        expect(messageOf(changed(config, ["figlo-advisor:release", "version"], "v1"))).toContain("has 2 mistakes");
    });

    it("wants the provider's region to be the primary one", () => {
        const remedy = "write 'westeurope', as in regions.primary";
        const path = "azure-native:location";
        expect(mistakesWith(path, "northeurope")).toEqual([`${path}: 'northeurope' is not regions.primary; ${remedy}`]);
        expect(mistakesWith(path, "nortkeurope")).toEqual([`${path}: 'nortkeurope' is not regions.primary; ${remedy}`]);
        expect(mistakesWith(path, undefined)).toEqual([`${path}: is missing; ${remedy}`]);
        expect(mistakesWith(path, null)).toEqual([`${path}: is missing; ${remedy}`]);
    });

    it("suggests the primary region also where something else is wrong with the regions", () => {
        const config = changed(configOf("test"), ["figlo-advisor:regions", "secondary"], "eastus");
        expect(messageOf(changed(config, ["azure-native:location"], undefined))).toContain(
            "azure-native:location: is missing; write 'westeurope', as in regions.primary",
        );
    });

    it("shows 25 mistakes of a file and keeps them all", () => {
        const many = Array.from({ length: 40 }, (_, n) => ({ file: "a.yaml", path: `x${n}`, message: "is wrong" }));
        const error = new SettingsError(many);
        expect(error.message.split("\n")).toHaveLength(27);
        expect(error.message).toMatch(/^a\.yaml has 40 mistakes:\n[\s\S]*- x24: is wrong\n {2}and 15 more$/);
        expect(error.mistakes).toHaveLength(40);
    });

    it.each(["acceptatie", "productie"] as const)("wants protection in %s", (environment) => {
        expect(mistakesWith("protection", false, environment)).toEqual([
            `protection: must be true in ${environment}: what holds data is protected there`,
        ]);
    });
});

describe("settingsFromConfig", () => {
    /** As the engine hands it over: text, with objects as JSON. */
    const wire = (config: Record<string, unknown>) =>
        Object.fromEntries(
            Object.entries(config).map(([key, value]) => [
                key,
                typeof value === "string" ? value : JSON.stringify(value),
            ]),
        );

    it.each(ENVIRONMENTS)("gives %s the settings that its file gives", (environment) => {
        expect(settingsFromConfig(environment, wire(configOf(environment)))).toEqual(settings(environment));
    });

    it("leaves Pulumi's own keys to Pulumi", () => {
        const values = { ...wire(configOf("test")), "pulumi:tags": "{}" };
        expect(settingsFromConfig("test", values).environment).toBe("test");
    });

    it("names the file of the stack in a mistake", () => {
        const values = { ...wire(configOf("test")), "figlo-advisor:regions": "{not json" };
        expect(() => settingsFromConfig("test", values)).toThrow(
            "Pulumi.test.yaml has 1 mistake:\n  - regions: expected a mapping with primary, secondary, allowEea, got '{not json'",
        );
    });

    it("is shown by Pulumi without a stack", () => {
        expect(new SettingsError([]).__pulumiRunError).toBe(true);
    });
});

const settings = (environment: (typeof ENVIRONMENTS)[number]) =>
    parseSettings(`Pulumi.${environment}.yaml`, configOf(environment));

function messageOf(config: unknown): string {
    try {
        parseSettings("Pulumi.test.yaml", config);
        return "";
    } catch (error) {
        return (error as Error).message;
    }
}
