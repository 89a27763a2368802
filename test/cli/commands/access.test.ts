import { main } from "../../../cli/main";
import { recordedIo } from "../recorded-io";

const run = async (...argv: readonly string[]) => {
    const io = recordedIo();
    const code = await main(["access", ...argv], io, "2026-11-23", new Date(0));
    return { code, out: io.stdout(), err: io.stderr() };
};

describe("otap access", () => {
    it("prints who may do what within 80 columns, people first, what both regions have once", async () => {
        const { code, out } = await run("productie");
        expect(code).toBe(0);
        const lines = out.split("\n");
        expect(lines.filter((line) => line.length > 80)).toEqual([]);
        expect(out.indexOf("productie: people")).toBeLessThan(out.indexOf("productie: platform"));
        expect(lines).toContain("figlo-advisor-support, support");
        expect(lines).toContain("  Log Analytics Reader  both: logs  eligible  2026-12-14");
    });

    it("prints where a right is kept that the plan does not hold", async () => {
        expect((await run("productie")).out.replace(/\s+/g, " ")).toContain(
            "kept elsewhere, on 'state': on the storage account and the vault of the state",
        );
    });

    it("prints JSON and nothing else", async () => {
        const { out } = await run("test", "--json");
        const { version, today, rights } = JSON.parse(out);
        expect({ version, today }).toEqual({ version: 1, today: "2026-11-23" });
        expect(new Set(rights.map(({ environment }: { environment: string }) => environment))).toEqual(
            new Set(["test"]),
        );
    });

    it("prints the page of the environments that were asked for", async () => {
        const { out } = await run("test", "--format", "markdown");
        expect(out).toContain("\n## test\n");
        expect(out).not.toContain("\n## productie\n");
    });

    it("refuses an environment that does not exist", async () => {
        expect(await run("staging")).toMatchObject({ code: 2, err: expect.stringContaining("'staging'") });
    });
});
