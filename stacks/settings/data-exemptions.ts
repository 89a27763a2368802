import { z } from "zod";
import { addDays } from "./days";
import { day, displayName, sentence, text } from "./fields";
import { areOnePerson } from "./one-person";

/** Days that an exemption may hold. */
const LONGEST = 90;

const exemption = z
    .strictObject({
        rule: text("the id of a rule, such as 'web-min-tls-12'", /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/),
        resource: text(
            "a URN, in which * stands for any text: urn:pulumi:test::figlo-advisor::*::front-end",
            /^urn:pulumi:[^\s]{1,500}$/,
        ),
        reason: sentence,
        requester: displayName,
        approver: displayName,
        from: day,
        until: day,
    })
    .superRefine(({ requester, approver, from, until }, context) => {
        const add = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
        if (areOnePerson(requester, approver)) {
            add("approver", "is also the requester; somebody else approves");
        }
        if (until < from) {
            add("until", `ends before it begins, on ${from}`);
        } else if (until > addDays(from, LONGEST)) {
            add("until", `an exemption holds for ${LONGEST} days at most; write ${addDays(from, LONGEST)} or earlier`);
        }
    });

/** `exemptions.yaml`: rules that a resource may break for a while. One past its end is a finding, not a mistake. */
export const EXEMPTIONS_FILE = z.strictObject({ exemptions: z.array(exemption) });
