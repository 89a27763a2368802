import type { Attestation } from "../../stacks/settings/data-files";

export type MeasureNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14;

/** A statement that must be in force before a measure is met, because no plan can show it. */
export interface RequiredAttestation {
    readonly label: string;
    matches(attestation: Attestation): boolean;
    /** Why a statement that is in force does not count all the same. */
    refusal?(attestation: Attestation): string | undefined;
}

export interface Measure {
    readonly number: MeasureNumber;
    readonly title: string;
    readonly attestations: readonly RequiredAttestation[];
    /** What belongs to the measure and is not part of this project yet: the measure stays undecided until it is. */
    readonly notYet?: string;
}

const ofKind = (kind: Attestation["kind"], label: string): RequiredAttestation => ({
    label,
    matches: (attestation) => attestation.kind === kind,
});

const TEST_KINDS = ["hack-test", "penetration-test", "code-review", "vulnerability-assessment"] as const;
const TEST_TARGETS = ["application", "system"] as const;
const STANDARDS = ["ISO 27001", "HIPAA", "FedRAMP", "SOC 1", "SOC 2"] as const;

const externalTests = TEST_KINDS.flatMap((testKind) =>
    TEST_TARGETS.map(
        (target): RequiredAttestation => ({
            label: `external ${testKind} of the ${target}`,
            matches: (a) => a.kind === "external-test" && a.testKind === testKind && a.target === target,
            refusal: (a) =>
                a.kind === "external-test" && a.openFindings.critical > 0
                    ? `${a.openFindings.critical} critical findings of it are open`
                    : undefined,
        }),
    ),
);

const hostingCertificates = STANDARDS.map(
    (standard): RequiredAttestation => ({
        label: `Microsoft's ${standard} report`,
        matches: (a) => a.kind === "hosting-certificate" && a.standard === standard,
    }),
);

const passwordHashing = ofKind("password-hashing", "how the application hashes passwords");

/** The fourteen measures that the vendor promises, in the order of the contract. */
export const MEASURES: readonly Measure[] = [
    {
        number: 1,
        title: "OTAP street in strict order",
        attestations: [],
        notYet: "no gate at deployment yet: the order of releases is compared in the settings files only",
    },
    {
        number: 2,
        title: "Access rights described and enforced",
        attestations: [
            ofKind("application-roles", "the application's own roles"),
            ofKind("joiners-leavers", "joiners and leavers"),
        ],
        notYet: "people's rights are described in access.yaml, not assigned from it yet",
    },
    { number: 3, title: "Yearly external security test", attestations: externalTests },
    { number: 4, title: "Certified hosting", attestations: hostingCertificates },
    { number: 5, title: "Personal data in the EU only", attestations: [] },
    {
        number: 6,
        title: "Access through valid sessions only",
        attestations: [ofKind("session-handling", "how the application handles sessions")],
    },
    { number: 7, title: "Passwords hashed and encrypted", attestations: [passwordHashing] },
    { number: 8, title: "Passwords checked by one-way hash", attestations: [passwordHashing] },
    { number: 9, title: "HTTPS with valid certificates", attestations: [] },
    {
        number: 10,
        title: "Firewall at database and server",
        attestations: [],
        notYet: "addresses of tenants are declared; rules inside their databases are not made yet",
    },
    { number: 11, title: "Redundant database and application", attestations: [] },
    { number: 12, title: "Daily backup of all data", attestations: [] },
    {
        number: 13,
        title: "Customers' data separated",
        attestations: [ofKind("tenant-separation", "the application's separation of tenants")],
        notYet: "each tenant has its own database; users inside the databases are not made yet",
    },
    {
        number: 14,
        title: "Exports anonymised",
        attestations: [],
        notYet: "nothing leaves productie: the anonymised export is not part of this project yet",
    },
];
