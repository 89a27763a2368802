import { CATALOGUE } from "../../policies/catalogue";
import type { GivenConfig } from "../../policies/config";
import { evaluate } from "../../policies/evaluate";
import type { Finding } from "../../policies/model";
import type { GivenResource } from "./given";

/** Rules that judge an opening in a firewall by itself. */
const OF_OPENINGS: ReadonlySet<string> = new Set(["sql-firewall-no-any-ip", "sql-firewall-no-allow-azure-services"]);

/**
 * What is found in resources that wait for their deletion. They still exist in Azure, and an opening lets in until it is gone; each is
 * judged alone, since a replacement with the same URN stands among the others.
 */
export function leavingFindings(leaving: readonly GivenResource[], config: GivenConfig): readonly Finding[] {
    const rules = CATALOGUE.filter(({ id }) => OF_OPENINGS.has(id));
    return leaving.flatMap(({ asked }) =>
        evaluate([asked], config, rules).map((finding) => ({
            ...finding,
            message: `${finding.message} (it waits for deletion and still exists)`,
        })),
    );
}
