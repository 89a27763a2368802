import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkovReport } from "../../scan/checkov-report";
import { ScanRefusal } from "../../scan/refusal";

const OUTPUT = readFileSync(join(__dirname, "checkov-output.json"), "utf8");

/** What Checkov printed, with changes to its first finding. */
const withFirst = (changes: Readonly<Record<string, unknown>>): string => {
    const output = JSON.parse(OUTPUT);
    Object.assign(output.results.failed_checks[0], changes);
    return JSON.stringify(output);
};

describe("a report of Checkov's", () => {
    it("gives the version and the number of resources that were seen", () => {
        expect(checkovReport(OUTPUT)).toMatchObject({ version: "3.3.30", resourceCount: 2 });
    });

    it("gives each failed check with its file, resource and a place to read more, sorted", () => {
        expect(checkovReport(OUTPUT).findings).toEqual([
            {
                check: "CKV_AZURE_113",
                title: "Ensure that SQL server disables public network access",
                file: "test/rg-example.json",
                resource: "Microsoft.Sql/servers.sql-example",
                guideline:
                    "https://github.com/bridgecrewio/checkov/blob/3.3.30/checkov/arm/checks/resource/SQLServerHasPublicAccessDisabled.py",
            },
            expect.objectContaining({ check: "CKV_AZURE_23" }),
            expect.objectContaining({ check: "CKV_AZURE_24" }),
        ]);
    });

    it("gives the guideline that Checkov names, where it names one", () => {
        const [, , named] = checkovReport(withFirst({ guideline: "https://example.com/guideline" })).findings;
        expect(named?.guideline).toBe("https://example.com/guideline");
    });

    it("gives the index of all checks for one that is no file of its own", () => {
        const [, , graph] = checkovReport(
            withFirst({ check_class: "checkov.common.graph.checks_infra.base_check" }),
        ).findings;
        expect(graph?.guideline).toBe("https://www.checkov.io/5.Policy%20Index/arm.html");
    });

    it.each([
        ["nothing", ""],
        ["text", "Traceback (most recent call last):"],
        ["the form that Checkov has for no templates", '{"passed": 0, "failed": 0, "resource_count": 0}'],
        ["a report on something else", OUTPUT.replace('"arm"', '"terraform"')],
        ["a finding without its resource", withFirst({ resource: null })],
    ])("is refused when it is %s", (_, output) => {
        expect(() => checkovReport(output)).toThrow(ScanRefusal);
    });

    it("is quoted by its beginning in the refusal", () => {
        expect(() => checkovReport("Traceback")).toThrow("Checkov printed no report on ARM templates but 'Traceback'");
    });
});
