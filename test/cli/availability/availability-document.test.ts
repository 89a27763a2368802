import { readFileSync } from "node:fs";
import { join } from "node:path";
import { availabilityDocument } from "../../../cli/availability/availability-document";
import { SERVICE_LEVELS } from "../../../cli/availability/service-levels";
import { SOURCES } from "../../../cli/availability/sources";
import { ENVIRONMENTS } from "../../../stacks/settings/environments";
import { previewed, ROOT } from "../../street";

describe("docs/availability.md", () => {
    it("has the sums of today's plans; else run: npm run generate", async () => {
        const planned = [];
        for (const environment of ENVIRONMENTS) {
            planned.push([environment, (await previewed(environment)).resources] as const);
        }
        const document = availabilityDocument(Object.fromEntries(planned));
        expect(readFileSync(join(ROOT, "docs/availability.md"), "utf8")).toBe(document);
    });
});

describe("levels", () => {
    it.each(Object.entries(SERVICE_LEVELS))(
        "%s is a share of the time from a dated document of Microsoft's",
        (_, row) => {
            expect(row.level).toBeGreaterThan(0.99);
            expect(row.level).toBeLessThan(1);
            const { date, url } = SOURCES[row.source];
            expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
            expect(url).toMatch(/^https:\/\/(azure|learn)\.microsoft\.com\//);
        },
    );
});
