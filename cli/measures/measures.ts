import {
    EXTERNAL_TESTS,
    HOSTING_CERTIFICATES,
    newest,
    openCritical,
    type RequiredAttestation as Required,
    STATEMENTS,
} from "../../stacks/required-attestations";
import type { Attestation } from "../../stacks/settings/data-files";
import { certificateDetails, testDetails } from "./attestation-details";
import { uncovered } from "./hosting-coverage";
import { judgeCost } from "./password-cost";
import type { UsedService } from "./used-services";

export type MeasureNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14;

/** A statement that must be in force before a measure is met, and what can be said against it. */
export interface RequiredAttestation extends Pick<Required, "label" | "matches"> {
    /**
     * Why statements do not carry the measure although they are in force.
     *
     * @param inForce those that match, at least one
     * @param used what the plan uses of Azure
     */
    objection?(inForce: readonly Attestation[], used: readonly UsedService[]): Objection | undefined;
    /** What a reader wants to know of the statement that carries the measure. */
    details?(attestation: Attestation, today: string): string;
}

/** Violated where a statement itself records that something is not good, undecided where it does not say enough. */
export interface Objection {
    readonly verdict: "violated" | "undecided";
    readonly why: string;
}

export interface Measure {
    readonly number: MeasureNumber;
    readonly title: string;
    readonly attestations: readonly RequiredAttestation[];
    /** What belongs to the measure and is not part of this project yet: the measure stays undecided until it is. */
    readonly notYet?: string;
}

const externalTests = EXTERNAL_TESTS.map(
    (required): RequiredAttestation => ({
        ...required,
        details: testDetails,
        objection: (inForce) => {
            const { count } = openCritical(inForce);
            const why = count === 1 ? "1 critical finding of it is open" : `${count} critical findings of it are open`;
            return count > 0 ? { verdict: "violated", why } : undefined;
        },
    }),
);

const hostingCertificates = HOSTING_CERTIFICATES.map(
    (required): RequiredAttestation => ({
        ...required,
        details: certificateDetails,
        objection: (inForce, used) => {
            const lacks = uncovered(
                inForce.filter((a) => a.kind === "hosting-certificate"),
                used,
            );
            return lacks === undefined ? undefined : { verdict: "violated", why: `it leaves out ${lacks}` };
        },
    }),
);

const passwordHashing: RequiredAttestation = {
    ...STATEMENTS.passwordHashing,
    objection: (inForce) => {
        const objections = newest(inForce).flatMap((a) => (a.kind === "password-hashing" ? costObjection(a) : []));
        return objections.find(({ verdict }) => verdict === "violated") ?? objections[0];
    },
};

function costObjection(hashing: Parameters<typeof judgeCost>[0]): readonly Objection[] {
    const stated = `${hashing.algorithm} with '${hashing.cost}'`;
    switch (judgeCost(hashing)) {
        case "weak":
            return [{ verdict: "violated", why: `${stated} is weaker than OWASP's least` }];
        case "unclear":
            return [{ verdict: "undecided", why: `${stated} does not say what a guess costs` }];
        default:
            return [];
    }
}

/** The fourteen measures that the vendor promises, in the order of the contract. */
export const MEASURES: readonly Measure[] = [
    {
        number: 1,
        title: "OTAP street in strict order",
        attestations: [],
    },
    {
        number: 2,
        title: "Access rights described and enforced",
        attestations: [STATEMENTS.applicationRoles, STATEMENTS.joinersLeavers],
    },
    { number: 3, title: "Yearly external security test", attestations: externalTests },
    { number: 4, title: "Certified hosting", attestations: hostingCertificates },
    { number: 5, title: "Personal data in the EU only", attestations: [] },
    {
        number: 6,
        title: "Access through valid sessions only",
        attestations: [STATEMENTS.sessionHandling],
    },
    { number: 7, title: "Passwords hashed and encrypted", attestations: [passwordHashing] },
    { number: 8, title: "Passwords checked by one-way hash", attestations: [passwordHashing] },
    { number: 9, title: "HTTPS with valid certificates", attestations: [] },
    { number: 10, title: "Firewall at database and server", attestations: [] },
    { number: 11, title: "Redundant database and application", attestations: [] },
    { number: 12, title: "Daily backup of all data", attestations: [] },
    { number: 13, title: "Customers' data separated", attestations: [STATEMENTS.tenantSeparation] },
    {
        number: 14,
        title: "Exports anonymised",
        attestations: [],
        notYet: "nothing leaves productie: the anonymised export is not part of this project yet",
    },
];
