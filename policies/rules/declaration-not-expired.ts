import type { Declaration } from "../declared";
import { anyStackRule } from "../rule";
import { answersForFiles } from "../subscription-controls";

/** The files still hold what was allowed until a day that is over, or a review of a day that is to come. */
export const declarationNotExpired = anyStackRule((resource, report, { config, stack }) => {
    if (!answersForFiles(resource, stack)) {
        return;
    }
    const { today, declarations, exemptions } = config;
    const exempted = exemptions.map(({ rule, until }) => ({
        where: "exemptions.yaml",
        what: `the exemption from '${rule}'`,
        until,
        measures: [2],
    }));
    const all: readonly Declaration[] = [...declarations, ...exempted];
    for (const { where, what, done, until, measures } of all) {
        if (done !== undefined && today < done) {
            report(`${where}: ${what} is dated ${done}, which is still to come`, measures);
        } else if (until < today) {
            report(`${where}: ${what} ${done === undefined ? "ended" : "was due"} on ${until}`, measures);
        }
    }
});
