import { z } from "zod";
import { namedRanges } from "./addresses";
import { addDays } from "./days";
import { day, organisation, sentence } from "./fields";

/** Days that it is open, the first and the last among them; a test that takes longer is agreed on anew. */
const LONGEST = 31;

/** When an outside party tests the security of an environment, and from where. A window whose end is past is a finding, not a mistake. */
export const testWindowSettings = z
    .strictObject({
        party: organisation.meta({ title: "Who tests" }),
        addresses: namedRanges.meta({
            title: "Public addresses of the testers; none where they need no more than visitors do",
        }),
        from: day.meta({ title: "First day" }),
        until: day.meta({ title: "Last day; the right of each security-tester in access.yaml ends on it" }),
        reason: sentence,
    })
    .superRefine(({ from, until }, context) => {
        const add = (message: string) => context.addIssue({ code: "custom", path: ["until"], message });
        if (until < from) {
            add(`ends before it begins, on ${from}`);
        } else if (until > addDays(from, LONGEST - 1)) {
            add(`a test window is open for ${LONGEST} days at most; write ${addDays(from, LONGEST - 1)} or earlier`);
        }
    });
