/** A rule that resources may break for a while: reviewed data, made into findings that are shown and stop nothing. */
export interface Exemption {
    /** Id of a rule. */
    readonly rule: string;
    /** A URN, in which `*` stands for any text. */
    readonly resource: string;
    readonly reason: string;
    readonly requester: string;
    /** Somebody else. */
    readonly approver: string;
    /** `YYYY-MM-DD`, the first day. */
    readonly from: string;
    /** `YYYY-MM-DD`, the last day. */
    readonly until: string;
}

/** Something that the files of an environment allow until a date, such as an address at a firewall. */
export interface Declaration {
    /** The file, or the path in the settings. */
    readonly where: string;
    readonly what: string;
    /** `YYYY-MM-DD`, of a review the day on which it was done; a day to come is none. */
    readonly done?: string;
    /** `YYYY-MM-DD`, the last day. */
    readonly until: string;
    /** Numbers of the measures, 1 to 14. */
    readonly measures: readonly number[];
}

/** A right of people that is always there, instead of eligible. */
export interface StandingRight {
    readonly group: string;
    readonly scope: string;
}

/** One role of Azure that the access protocol gives a group on one thing. */
export interface PeopleRight {
    readonly group: string;
    /** The role of the access protocol, which says what it is for. */
    readonly purpose: string;
    /** Object id of the group. */
    readonly principalId: string;
    /** GUID of the role's definition. */
    readonly role: string;
    /** Id of a resource group or resource. */
    readonly scope: string;
    /** False where it must be asked for. */
    readonly standing: boolean;
    /** `YYYY-MM-DD`; left out for what has begun. */
    readonly firstDay?: string;
    /** `YYYY-MM-DD`; left out for what is for good. */
    readonly lastDay?: string;
    /** What narrows the role. */
    readonly condition?: string;
}

export const TEST_KINDS = ["hack-test", "penetration-test", "code-review", "vulnerability-assessment"] as const;
export const TEST_TARGETS = ["application", "system"] as const;

/** A security test by an outside party. */
export interface ExternalTest {
    readonly testKind: (typeof TEST_KINDS)[number];
    readonly target: (typeof TEST_TARGETS)[number];
    /** `YYYY-MM-DD`. */
    readonly date: string;
    /** `YYYY-MM-DD`, the last day on which it counts. */
    readonly until: string;
    /** Critical findings that are open. */
    readonly openCritical: number;
}

/** What an environment's own stack must hold; further shards are stacks of their own. */
export interface Promised {
    /** Ids of the tenants whose database this stack makes. */
    readonly tenants: readonly string[];
    /** Whether it keeps customers' documents. */
    readonly documents: boolean;
    /** Whether it serves visitors. */
    readonly sites: boolean;
}

/** A tenant of the environment, and what is its own: of a suspended one too, which no database has. */
export interface DeclaredTenant {
    readonly id: string;
    /** False while it is suspended or leaving: then nobody but administrators gets in. */
    readonly active: boolean;
    readonly addresses: readonly {
        readonly start: string;
        readonly end: string;
        /** `YYYY-MM-DD`, the last day; left out for what is for good. */
        readonly until?: string;
    }[];
    /** Object ids of the groups that may read its database. */
    readonly readers: readonly string[];
    /** `YYYY-MM-DD`, the last day on which its data are protected; only of one that is leaving. */
    readonly keepUntil?: string;
}
