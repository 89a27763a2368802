import { ASSIGNMENTS } from "../azure-types";
import type { Props, ResourceView } from "../model";
import { isPlatforms, roleGuid } from "../people-rights";
import { operationsOf, reaches } from "../role-permissions";
import { stackRule } from "../rule";
import { list, show, text } from "../show";

/** What a role of the access protocol is for, whatever the program makes of it. */
interface Purpose {
    /** Azure's own roles that go no further, by their GUID. */
    readonly builtIn: readonly string[];
    /** What operations of a role of one's own look like, besides those that read how things are set up. */
    readonly besides?: RegExp;
    /** The same of operations on data; none where left out: who reads data reads what customers keep here. */
    readonly data?: RegExp;
}

const LOG_ANALYTICS_READER = "73c42c96-874c-492b-b04d-ab87d138a893";
const KEY_VAULT_READER = "21090545-7ca7-4776-b22c-e363652d74d2";
const KEY_VAULT_CERTIFICATES_OFFICER = "a4417e6f-fecd-4de8-b567-7b0420556985";
const KEY_VAULT_SECRETS_OFFICER = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7";
const STORAGE_BLOB_DATA_READER = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";

const RESTORES =
    /^microsoft\.(dataprotection\/backupvaults\/backupinstances\/(validate)?restore|storage\/storageaccounts\/restoreblobranges)\/action$/;

/** What a star for reading takes in besides: whoever is to read logs gets Azure's own role for it. */
const LOGS = [
    "microsoft.insights/components/query/read",
    "microsoft.insights/logs/read",
    "microsoft.insights/logs/heartbeat/read",
    "microsoft.operationalinsights/workspaces/query/read",
    "microsoft.operationalinsights/workspaces/query/heartbeat/read",
    "microsoft.operationalinsights/workspaces/sharedkeys/read",
];

/** Reader is in none: it reads every log, which may hold personal data. */
const PURPOSES: ReadonlyMap<string, Purpose> = new Map<string, Purpose>([
    ["auditor", { builtIn: [LOG_ANALYTICS_READER, KEY_VAULT_READER] }],
    [
        "database-administrator",
        {
            builtIn: [LOG_ANALYTICS_READER],
            besides: new RegExp(`^microsoft\\.sql/servers/databases/write$|${RESTORES.source}`),
        },
    ],
    ["developer", { builtIn: [LOG_ANALYTICS_READER] }],
    [
        "pipeline",
        {
            builtIn: [],
            data: /^microsoft\.storage\/storageaccounts\/blobservices\/containers\/blobs\/(add\/action|read|write)$/,
        },
    ],
    [
        "release-manager",
        { builtIn: [KEY_VAULT_CERTIFICATES_OFFICER, KEY_VAULT_SECRETS_OFFICER, STORAGE_BLOB_DATA_READER] },
    ],
    ["security-tester", { builtIn: [LOG_ANALYTICS_READER] }],
    ["support", { builtIn: [LOG_ANALYTICS_READER], besides: RESTORES }],
    ["tester", { builtIn: [LOG_ANALYTICS_READER], besides: /^microsoft\.web\/sites\/restart\/action$/ }],
]);

/** Who reads for a living gets nothing that writes, whatever a program says the role is. */
export const accessWithinPurpose = stackRule(ASSIGNMENTS, (assignment, report, { config }) => {
    if (config.peopleRights === undefined || isPlatforms(assignment)) {
        return;
    }
    const { principalId, roleDefinitionId } = assignment.props;
    const rows = config.peopleRights.filter(
        (right) => right.principalId.toLowerCase() === text(principalId).toLowerCase(),
    );
    const purposes = [...new Set(rows.map(({ purpose }) => purpose))];
    const excess = purposes.map((purpose) => beyond(assignment, PURPOSES.get(purpose)));
    // A group may have several; one of them must need it.
    if (excess.length > 0 && excess.every((found) => found !== undefined)) {
        report(
            `gives '${rows[0]?.group}', ${purposes.join(" and ")}, ${excess[0] ?? show(roleGuid(roleDefinitionId))}`,
        );
    }
});

/** What goes beyond a purpose; `undefined` where nothing does. */
function beyond(assignment: ResourceView, purpose: Purpose | undefined): string | undefined {
    const role = roleGuid(assignment.props.roleDefinitionId);
    if (purpose?.builtIn.includes(role)) {
        return undefined;
    }
    const [own] = assignment.references("roleDefinitionId", "azure-native:authorization:RoleDefinition");
    if (own === undefined) {
        return `the role ${show(role)}, which is not known to be for that`;
    }
    const permissions = list(own.props.permissions);
    const actions = permissions.flatMap((permission) => operationsOf(permission?.actions));
    const dataActions = permissions.flatMap((permission) => operationsOf(permission?.dataActions));
    const wide =
        actions.find((action) => !isWithin(plain(action), purpose)) ??
        dataActions.find((action) => !purpose?.data?.test(plain(action))) ??
        LOGS.find((log) => permissions.some((permission) => readsLog(permission, log)));
    return wide === undefined ? undefined : `a role of one's own that may ${show(wide)}`;
}

const readsLog = (permission: Props | undefined, log: string): boolean =>
    operationsOf(permission?.actions).some((action) => reaches(action, log, permission ?? {}));

const plain = (operation: unknown): string => text(operation).trim().toLowerCase();

const isWithin = (operation: string, purpose: Purpose | undefined): boolean =>
    operation.endsWith("/read") || (purpose?.besides?.test(operation) ?? false);
