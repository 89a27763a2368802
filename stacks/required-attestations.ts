import type { Attestation } from "./settings/data-files";
import { addDays } from "./settings/days";

type Kind = Attestation["kind"];
type ExternalTest = Extract<Attestation, { kind: "external-test" }>;
type Certificate = Extract<Attestation, { kind: "hosting-certificate" }>;

/** A statement that must be on file and in force, because no plan can show what it says. */
export interface RequiredAttestation {
    /** What is stated, in words that begin a sentence about it. */
    readonly label: string;
    /** Numbers of the measures that rest on it. */
    readonly measures: readonly number[];
    /** What to do where it is missing or over, in words that end before the name of the file. */
    readonly remedy: string;
    matches(attestation: Attestation): boolean;
}

const TEST_KINDS = [
    "hack-test",
    "penetration-test",
    "code-review",
    "vulnerability-assessment",
] as const satisfies readonly ExternalTest["testKind"][];
const TEST_TARGETS = ["application", "system"] as const satisfies readonly ExternalTest["target"][];
const STANDARDS = [
    "ISO 27001",
    "HIPAA",
    "FedRAMP",
    "SOC 1",
    "SOC 2",
] as const satisfies readonly Certificate["standard"][];

/** Days for which an external test counts. */
const YEAR = 365;

/** Every kind of test, on the application and on the system. */
export const EXTERNAL_TESTS: readonly RequiredAttestation[] = TEST_KINDS.flatMap((testKind) =>
    TEST_TARGETS.map(
        (target): RequiredAttestation => ({
            label: `external ${testKind} of the ${target}`,
            measures: [3],
            remedy: "have an outside party do it and put its report in",
            matches: (a) => a.kind === "external-test" && a.testKind === testKind && a.target === target,
        }),
    ),
);

/** Microsoft's reports on the hosting. */
export const HOSTING_CERTIFICATES: readonly RequiredAttestation[] = STANDARDS.map(
    (standard): RequiredAttestation => ({
        label: `Microsoft's ${standard} report`,
        measures: [4],
        remedy: "take the newest from Microsoft's Service Trust Portal and put it in",
        matches: (a) => a.kind === "hosting-certificate" && a.standard === standard,
    }),
);

const statement = (kind: Kind, label: string, measures: readonly number[]): RequiredAttestation => ({
    label,
    measures,
    remedy: "have it stated anew and put the statement in",
    matches: (attestation) => attestation.kind === kind,
});

/** What the application does and the platform cannot see. */
export const STATEMENTS = {
    applicationRoles: statement("application-roles", "the application's own roles", [2]),
    joinersLeavers: statement("joiners-leavers", "joiners and leavers", [2]),
    sessionHandling: statement("session-handling", "how the application handles sessions", [6]),
    passwordHashing: statement("password-hashing", "how the application hashes passwords", [7, 8]),
    tenantSeparation: statement("tenant-separation", "the application's separation of tenants", [13]),
} as const;

/** All that measures need. */
export const REQUIRED_ATTESTATIONS: readonly RequiredAttestation[] = [
    ...EXTERNAL_TESTS,
    ...HOSTING_CERTIFICATES,
    ...Object.values(STATEMENTS),
];

/** The last day on which a statement counts, `YYYY-MM-DD`: an external test never for more than a year. */
export function lastDayOf({ kind, date, until }: Attestation): string {
    const year = addDays(date, YEAR);
    return kind === "external-test" && year < until ? year : until;
}

/** Whether a statement counts on a day. */
export const inForce = (attestation: Attestation, today: string): boolean =>
    attestation.date <= today && today <= lastDayOf(attestation);

/** What stays when an external test, a report or a statement ends: another one that says as much and lasts longer. */
export function successorOf(ending: Attestation, all: readonly Attestation[]): Attestation | undefined {
    const last = lastDayOf(ending);
    return all.find((other) => other.date <= last && lastDayOf(other) > last && saysAsMuch(other, ending));
}

function saysAsMuch(other: Attestation, ending: Attestation): boolean {
    return other.kind === "hosting-certificate" && ending.kind === "hosting-certificate"
        ? ending.services.every((service) => other.services.includes(service)) &&
              ending.regions.every((region) => other.regions.includes(region))
        : other.kind === ending.kind;
}

/** A later statement takes the place of an earlier one: those of the last day. */
export function newest(attestations: readonly Attestation[]): readonly Attestation[] {
    const last = attestations.reduce((day, { date }) => (date > day ? date : day), "");
    return attestations.filter(({ date }) => date === last);
}

/** Critical findings that the newest of some external tests leave open: how many, and since which day. */
export function openCritical(tests: readonly Attestation[]): { readonly count: number; readonly date: string } {
    const last = newest(tests);
    const counts = last.map((one) => (one.kind === "external-test" ? one.openFindings.critical : 0));
    return { count: Math.max(0, ...counts), date: last[0]?.date ?? "" };
}
