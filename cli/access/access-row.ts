import type { Environment } from "../../stacks/settings/environments";

/** How somebody comes by a right. */
export type How = "standing" | "eligible" | "kept elsewhere" | "not yet" | "ended";

/**
 * Who may do what on what: one right that the plan assigns, a user that it makes inside a database, or a row of the files that is kept elsewhere,
 * to come or over.
 */
export interface AccessRow {
    readonly environment: Environment;
    /** `customers` have their own data only, by `tenants.yaml`. */
    readonly kind: "people" | "customers" | "platform";
    /** A group; of the platform the identity, by its logical name. */
    readonly who: string;
    /** The role in the access protocol; of people only. */
    readonly as?: string;
    /** The role in Azure or in a database, or what it is kept by. */
    readonly role: string;
    readonly on: string;
    readonly how: How;
    readonly why: string;
    /** The first day of what has one, `YYYY-MM-DD`. */
    readonly from?: string;
    /** The last day, `YYYY-MM-DD`. */
    readonly until?: string;
    readonly reviewed?: string;
    readonly nextReview?: string;
    /** URN of what gives it in the plan. */
    readonly urn?: string;
}

/** The logical name of what an input is made from. */
export const nameOf = (urns: readonly string[] | undefined): string | undefined => urns?.[0]?.split("::").pop();

export const shown = (value: unknown): string => (typeof value === "string" ? value : "not known yet");
