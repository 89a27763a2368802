import { armResource } from "../../arm/arm-resource";
import type { ResourceType } from "../../arm/resource-type";
import { RESOURCE_TYPES } from "../../arm/resource-types";
import type { Cloud, CloudObject } from "./cloud";
import { placeOf } from "./known-inputs";
import { deployedOutputs } from "./outputs";
import type { Props } from "./wire";

/** What is always there, with the state that Azure gives it (azure-native's defaultResourcesState.go). */
export interface DefaultState {
    readonly inputs: Props;
    /** It has a DELETE, which brings the default back. What has none is a singleton: azure-native writes the default instead. */
    readonly deletable?: boolean;
    /** Removing it from a program leaves it as it is. */
    readonly kept?: boolean;
}

const DEFAULT_STATES: Readonly<Record<string, DefaultState>> = {
    "azure-native:sql:BackupShortTermRetentionPolicy": { inputs: { retentionDays: 7 } },
    "azure-native:sql:EncryptionProtector": {
        inputs: { serverKeyName: "ServiceManaged", serverKeyType: "ServiceManaged" },
    },
    "azure-native:sql:ExtendedServerBlobAuditingPolicy": { inputs: { state: "Disabled" } },
    "azure-native:sql:LongTermRetentionPolicy": {
        inputs: { monthlyRetention: "PT0S", weeklyRetention: "PT0S", weekOfYear: 1, yearlyRetention: "PT0S" },
    },
    "azure-native:sql:ServerBlobAuditingPolicy": { inputs: { state: "Disabled" } },
    "azure-native:sql:ServerSecurityAlertPolicy": { inputs: { state: "Disabled" } },
    "azure-native:sql:SqlVulnerabilityAssessmentsSetting": { inputs: { state: "Disabled" }, deletable: true },
    "azure-native:sql:TransparentDataEncryption": { inputs: { state: "Enabled" }, kept: true },
    "azure-native:storage:BlobServiceProperties": { inputs: {} },
    "azure-native:web:WebAppApplicationSettings": { inputs: { properties: {} } },
    // Not in azure-native's table by this name: taken to be like the other `/list` configurations [inferred].
    "azure-native:web:WebAppAuthSettingsV2WithoutSecrets": { inputs: {} },
    "azure-native:web:WebAppDiagnosticLogsConfiguration": { inputs: {} },
    "azure-native:web:WebAppFtpAllowed": { inputs: { allow: true } },
    "azure-native:web:WebAppScmAllowed": { inputs: { allow: true } },
};

/** The default state of a type, if it has one. */
export const defaultStateOf = (type: string): DefaultState | undefined =>
    Object.hasOwn(DEFAULT_STATES, type) ? DEFAULT_STATES[type] : undefined;

/** Writes what Azure makes by itself inside a new object: settings in their default state. */
export function writeDefaultsInside(cloud: Cloud, parent: CloudObject): void {
    for (const [type, state] of Object.entries(DEFAULT_STATES)) {
        const row = RESOURCE_TYPES[type];
        if (row !== undefined && parentType(row).toLowerCase() === parent.type.toLowerCase()) {
            const object = defaultObject(type, row, parent.id, state);
            if (cloud.get(object.id) === undefined) {
                cloud.write(object);
            }
        }
    }
}

/** The type of what it stands in; a setting below a constant segment stands in what that segment stands in. */
const parentType = ({ armType }: ResourceType): string => armType.split("/").slice(0, -1).join("/");

function defaultObject(type: string, row: ResourceType, parentId: string, { inputs }: DefaultState): CloudObject {
    const id = `${parentId}/${row.armType.split("/").at(-1)}/${ownName(row)}`;
    const resource = { type, inputs: { ...placeOf(row, id), ...inputs } };
    const arm = armResource(resource);
    return {
        id,
        type: arm.type,
        apiVersion: arm.apiVersion,
        body: arm.body,
        outputs: deployedOutputs(resource, id),
        declared: false,
    };
}

/** What is always there has the one name that Azure allows. */
function ownName({ names }: ResourceType): string {
    const segment = names.at(-1);
    if (typeof segment !== "object" || "madeUp" in segment) {
        return "";
    }
    return "fixed" in segment ? segment.fixed : segment.otherwise;
}
