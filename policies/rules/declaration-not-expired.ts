import { stackRule } from "../rule";

/** The plan still holds what was allowed until a day that is over. */
export const declarationNotExpired = stackRule(["pulumi:pulumi:Stack"], (_, report, { config }) => {
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
