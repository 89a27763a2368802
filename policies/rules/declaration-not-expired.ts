import { anyStackRule } from "../rule";
import { answersForFiles } from "../subscription-controls";

/** The plan still holds what was allowed until a day that is over. */
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
    for (const { where, what, until, measures } of [...declarations, ...exempted]) {
        if (until < today) {
            report(`${where}: ${what} ended on ${until}`, measures);
        }
    }
});
