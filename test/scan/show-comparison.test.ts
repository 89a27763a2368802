import { isFine, type ScanResult, showScan } from "../../scan/show-comparison";

const FILE = "scan/accepted.yaml";

const FINDING = {
    check: "CKV_AZURE_17",
    title: "Ensure the web app has client certificates",
    file: "test/rg-example.json",
    resource: "Microsoft.Web/sites.app-front-end",
    guideline: "https://example.com/guideline",
};

const FINE: ScanResult = {
    report: { version: "3.3.30", resourceCount: 2, findings: [FINDING] },
    exportedCount: 2,
    unaccepted: [],
    unmatched: [],
};

const UNMATCHED = { entry: 3, check: "CKV_AZURE_24", kind: "Microsoft.Sql/servers", name: "*", environment: "test" };

describe("a scan", () => {
    it("is fine when everything was seen and everything found is accepted", () => {
        expect(isFine(FINE)).toBe(true);
        expect(showScan(FINE, FILE)).toBe(
            "Checkov 3.3.30 saw all 2 exported resources; findings: 1, each with its reason in scan/accepted.yaml\n",
        );
    });

    it("is not fine when Checkov saw fewer resources than are exported, and tells both numbers", () => {
        const result = { ...FINE, exportedCount: 3 };
        expect(isFine(result)).toBe(false);
        expect(showScan(result, FILE)).toMatch(/^Checkov 3\.3\.30 saw 2 resources and 3 are exported: /);
    });

    it("is not fine with a finding that is not accepted, and tells its file, resource, check and guideline", () => {
        const result = { ...FINE, unaccepted: [FINDING] };
        expect(isFine(result)).toBe(false);
        expect(showScan(result, FILE)).toBe(
            [
                "1 finding is not accepted; mend the program, or say in scan/accepted.yaml why it is no fault:",
                "  test/rg-example.json: Microsoft.Web/sites.app-front-end",
                "      CKV_AZURE_17 Ensure the web app has client certificates",
                "      https://example.com/guideline",
                "",
            ].join("\n"),
        );
    });

    it("is not fine with an entry that nothing needs, and tells which", () => {
        const result = { ...FINE, unmatched: [UNMATCHED] };
        expect(isFine(result)).toBe(false);
        expect(showScan(result, FILE)).toBe(
            [
                "scan/accepted.yaml accepts what Checkov does not find; remove it, so that it hides nothing later:",
                "  entry 3: CKV_AZURE_24 of Microsoft.Sql/servers '*' in test",
                "",
            ].join("\n"),
        );
    });

    it("tells all that is wrong at once", () => {
        const text = showScan({ ...FINE, exportedCount: 3, unaccepted: [FINDING], unmatched: [UNMATCHED] }, FILE);
        expect(text.split("\n").filter((line) => /^\S/.test(line))).toHaveLength(3);
    });
});
