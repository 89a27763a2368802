import { createColors } from "picocolors";
import { previewStreet } from "../../../cli/preview/preview-street";
import { previewText } from "../../../cli/show/preview-text";
import type { Finding } from "../../../policies/model";
import { ROOT } from "../../street";

const VIOLATIONS: readonly Finding[] = Array.from({ length: 1000 }, (_, index) => ({
    rule: `rule-${index % 60}`,
    level: "mandatory",
    verdict: "violated",
    urn: `urn:pulumi:test::figlo-advisor::azure-native:web:WebApp::site-${index}`,
    message: "is not as it should be",
    remedy: "Mend it by the book, chapter and verse, and have somebody look at it before you go on with the work.",
    measures: [9],
}));

describe("previewText", () => {
    it.each([["test"], ["test", "productie"]])(
        "shows less than a screen before the details of a thousand violations in %s",
        async (...environments) => {
            const previews = await previewStreet({ root: ROOT, environments, today: "2026-11-23" }, () => {});
            const broken = previews.map((preview) => ({ ...preview, findings: VIOLATIONS }));
            const lines = previewText(broken, { today: "2026-11-23", columns: 80, colours: createColors(false) }).split(
                "\n",
            );
            const details = lines.findIndex((line) => /^(Part|figlo-advisor-test) |mandatory, violated/.test(line));
            expect(lines[0]).toMatch(/^Findings of 60 rules: \d+ mandatory$/);
            expect(details).toBeGreaterThan(10);
            expect(details).toBeLessThan(40);
        },
    );
});
