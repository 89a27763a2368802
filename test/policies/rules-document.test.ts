import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CATALOGUE } from "../../policies/catalogue";
import { GUIDANCE } from "../../policies/guidance";
import { rulesDocument } from "../../policies/rules-document";
import { ROOT } from "../street";

describe("RULES.md", () => {
    it("is what the catalogue says; npm run generate writes it", () => {
        expect(readFileSync(join(ROOT, "policies/RULES.md"), "utf8")).toBe(rulesDocument());
    });

    it("says why and how of each rule and of no other", () => {
        expect(Object.keys(GUIDANCE).sort()).toEqual(CATALOGUE.map(({ id }) => id));
    });

    it.each(Object.entries(GUIDANCE))("says why %s is there in a sentence", (_, { why }) => {
        expect(why).toMatch(/^[A-Z].*\.$/);
    });

    it("shows classes that azure-native has", () => {
        const classes = Object.values(GUIDANCE).flatMap(({ example }) => [...example.matchAll(/new (\w+)\.(\w+)\(/g)]);
        expect(classes.length).toBeGreaterThan(50);
        const unknown = classes.filter(([, service, name]) => {
            const module = jest.requireActual<Record<string, unknown>>(`@pulumi/azure-native/${service}`);
            return typeof module[name as string] !== "function";
        });
        expect(unknown.map(([text]) => text)).toEqual([]);
    });
});
