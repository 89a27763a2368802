import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ALLOWED_TYPES } from "../../policies/allowed-types";
import { CATALOGUE } from "../../policies/catalogue";
import { TAGGABLE } from "../../policies/taggable";

const POLICIES = join(__dirname, "../../policies");
const ids = CATALOGUE.map(({ id }) => id);

/** Shown and stopping nothing, also in productie: what passes with a date stops a promotion instead. */
const ADVICE: ReadonlySet<string> = new Set([
    "declaration-not-expired",
    "kv-secret-content-type",
    "otap-glass-broken",
    "pentest-evidence-fresh",
]);

describe("the catalogue", () => {
    it("is sorted by id, and has each once", () => {
        expect(ids).toEqual([...new Set(ids)].sort());
    });

    it("has a row for each file of rules and a file for each row", () => {
        const files = readdirSync(join(POLICIES, "rules")).map((file) => file.replace(/\.ts$/, ""));
        expect(files.sort()).toEqual(ids);
    });

    it.each(CATALOGUE)(
        "$id says why, for which measure and what to do",
        ({ id, title, remedy, measures, severity }) => {
            expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
            expect(title).toMatch(/^[A-Z].*[^.]$/);
            expect(remedy).toMatch(/^[A-Z].*\.$/);
            expect(measures.length).toBeGreaterThan(0);
            expect(measures.every((measure) => Number.isInteger(measure) && measure >= 1 && measure <= 14)).toBe(true);
            expect([...measures]).toEqual([...new Set(measures)].sort((a, b) => a - b));
            expect(["low", "medium", "high", "critical"]).toContain(severity);
        },
    );

    it.each(CATALOGUE)("$id is never weaker in productie than before", ({ id, levels }) => {
        const strength = { off: 0, advisory: 1, mandatory: 2 };
        const order = [levels.ontwikkeling, levels.test, levels.acceptatie, levels.productie].map(
            (level) => strength[level],
        );
        expect(order).toEqual([...order].sort());
        expect(levels.productie).toBe(ADVICE.has(id) ? "advisory" : "mandatory");
    });

    it("asks for tags only where a type is allowed, or may be looked at without being so", () => {
        const others = [...TAGGABLE].filter((type) => !ALLOWED_TYPES.has(type));
        expect(others).toEqual([]);
    });
});

describe("the pack", () => {
    const sources = ["", "catalogue", "rules"].flatMap((folder) =>
        readdirSync(join(POLICIES, folder))
            .filter((file) => file.endsWith(".ts"))
            .map((file) => join(POLICIES, folder, file)),
    );

    it.each(sources)("%s imports nothing of the rest of the project", (file) => {
        const imports = [...readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)].map(([, path]) => path as string);
        for (const path of imports) {
            expect(join(file, "..", path)).toContain(POLICIES);
        }
    });

    it("has in its folder what the engine wants there: a manifest, and a package with a version and a beginning", () => {
        const read = (name: string) => readFileSync(join(POLICIES, name), "utf8");
        expect(read("PulumiPolicy.yaml")).toContain("name: nodejs");
        const { version, main } = JSON.parse(read("package.json"));
        expect(version).toMatch(/^\d+\.\d+\.\d+$/);
        expect(existsSync(join(POLICIES, main))).toBe(true);
    });
});
