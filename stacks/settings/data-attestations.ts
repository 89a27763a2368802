import { z } from "zod";
import { addDays } from "./days";
import { day, digest, displayName, label, organisation, sentence, text, unique, wholeNumber } from "./fields";
import { anyRegion } from "./region-fields";

const role = text("a role such as 'security officer', never a person", /^[a-z][a-z -]{2,59}$/);

const dated = {
    date: day.meta({ title: "When it was established" }),
    until: day.meta({ title: "Last day on which it counts" }),
    by: role.meta({ title: "Who stands for it" }),
};

const findings = wholeNumber(0, 10_000);

const externalTest = z.strictObject({
    kind: z.literal("external-test"),
    id: label,
    testKind: z.enum(["hack-test", "penetration-test", "code-review", "vulnerability-assessment"]),
    target: z.enum(["application", "system"]),
    party: organisation,
    reportDigest: digest.meta({ title: "Of the report, which is kept elsewhere" }),
    openFindings: z.strictObject({ critical: findings, high: findings, medium: findings, low: findings }),
    ...dated,
});

const hostingCertificate = z.strictObject({
    kind: z.literal("hosting-certificate"),
    standard: z.enum(["ISO 27001", "HIPAA", "FedRAMP", "SOC 1", "SOC 2"]),
    party: organisation,
    services: z.array(displayName).min(1).describe("a list of at least one service of Azure"),
    regions: z.array(anyRegion).min(1).describe("a list of at least one region"),
    ...dated,
});

const statement = <const K extends string>(kind: K) =>
    z.strictObject({ kind: z.literal(kind), statement: sentence, ...dated });

const passwordHashing = z.strictObject({
    kind: z.literal("password-hashing"),
    statement: sentence,
    algorithm: z.enum(["argon2id", "bcrypt", "scrypt", "pbkdf2-sha256", "pbkdf2-sha512"]),
    cost: text("the parameters, such as 'memory 64 MiB, 3 passes, 4 lanes'", /^\w[\w .,=^-]{1,79}$/),
    ...dated,
});

const attestation = z
    .discriminatedUnion("kind", [
        externalTest,
        hostingCertificate,
        statement("application-roles"),
        statement("joiners-leavers"),
        statement("tenant-separation"),
        statement("session-handling"),
        passwordHashing,
    ])
    .superRefine(({ kind, date, until }, context) => {
        const add = (message: string) => context.addIssue({ code: "custom", path: ["until"], message });
        if (until < date) {
            add(`ends before it begins, on ${date}`);
        } else if (kind === "external-test" && until > addDays(date, 366)) {
            add(`an external test counts for a year at most; write ${addDays(date, 365)} or earlier`);
        }
    });

type Attestation = z.output<typeof attestation>;

/** `attestations.yaml`: dated statements about what the platform cannot know. One past its end is a finding, not a mistake. */
export const ATTESTATIONS_FILE = z.strictObject({
    attestations: z
        .array(attestation)
        .superRefine(unique<Attestation>("test", "id", (one) => (one.kind === "external-test" ? one.id : undefined))),
});
