import type { CustomRoleName } from "../../infra/access/custom-roles";
import type { Role as BuiltInRole } from "../../infra/access/roles";
import { PACKAGES_CONTAINER } from "../../infra/web/package-names";
import type { RoleName, ScopeName } from "../settings/data-access";

/** Where a role is given: never on what is locked, since a lock would keep a right that is over (locks.ts). */
export type Place = "groups" | "workspaces" | "operatorVaults";

/** One role of Azure that a row of the access protocol stands for. */
export interface GivenRole {
    readonly role: { readonly builtIn: BuiltInRole } | { readonly custom: CustomRoleName };
    readonly on: Place;
    /** Narrows what it does with blobs to the containers of one name. */
    readonly blobs?: { readonly container: string; readonly operations: readonly string[] };
}

/** What a role of the access protocol is on a scope. */
export interface Meaning {
    readonly gives: readonly GivenRole[];
    /** What Azure Resource Manager cannot give, or this program cannot give to itself, and who does. */
    readonly keptElsewhere?: string;
}

const builtIn = (role: BuiltInRole, on: Place): GivenRole => ({ role: { builtIn: role }, on });
const custom = (role: CustomRoleName): GivenRole => ({ role: { custom: role }, on: "groups" });
const gives = (...roles: readonly GivenRole[]): Meaning => ({ gives: roles });
const elsewhere = (where: string): Meaning => ({ gives: [], keptElsewhere: where });

/** Stands on the resource groups, where no lock of a storage account reaches it; documents lie in containers of other names. */
const packages = (role: GivenRole, ...operations: readonly string[]): Meaning =>
    gives({ ...role, blobs: { container: PACKAGES_CONTAINER, operations } });

const CONFIGURATION = gives(custom("configurationReader"));
const LOGS = gives(builtIn("logAnalyticsReader", "workspaces"));
const RESTORE = gives(custom("documentsRestorer"));

/**
 * What each role of the access protocol is in Azure, by what it is given on. What is not in the table is wider than the purpose of the role, or
 * nobody's work: the settings refuse it.
 */
export const MEANINGS: Readonly<Record<ScopeName, Readonly<Partial<Record<RoleName, Meaning>>>>> = {
    "resource-groups": {
        developer: CONFIGURATION,
        tester: CONFIGURATION,
        "security-tester": CONFIGURATION,
        auditor: CONFIGURATION,
        pipeline: elsewhere(
            "on the subscription, by its owner, before the first deployment: a pipeline cannot give itself the right to deploy",
        ),
    },
    sql: {
        "database-administrator": {
            gives: [custom("databaseOperator")],
            keptElsewhere:
                "in Entra: the group is the administrator of the SQL servers (figlo-advisor:sql) and reaches every tenant's database; who is in it, and for how long, is set there (PIM for groups)",
        },
        pipeline: elsewhere(
            "in Entra: as a member of the group that administers the SQL servers (figlo-advisor:sql), which reaches every tenant's database; the identity that plans has a login instead, which sees in all of them what is defined and no rows (docs/pipelines.md)",
        ),
    },
    vaults: {
        "release-manager": gives(
            builtIn("keyVaultCertificatesOfficer", "operatorVaults"),
            builtIn("keyVaultSecretsOfficer", "operatorVaults"),
        ),
        auditor: gives(builtIn("keyVaultReader", "operatorVaults")),
    },
    documents: { "database-administrator": RESTORE, support: RESTORE },
    packages: {
        "release-manager": packages(builtIn("storageBlobDataReader", "groups"), "read"),
        pipeline: packages(custom("packageUploader"), "read", "write", "add/action"),
    },
    web: { tester: gives(custom("siteRestarter")), "security-tester": gives(custom("siteReader")) },
    logs: {
        developer: LOGS,
        tester: LOGS,
        "database-administrator": LOGS,
        support: LOGS,
        "security-tester": LOGS,
        auditor: LOGS,
    },
    state: {
        pipeline: elsewhere(
            "on the storage account and the vault of the state, by who made them: they stand outside every environment",
        ),
    },
};
