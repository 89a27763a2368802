import type { CheckAnswer } from "./provider";
import { isUnknown, type Props } from "./wire";

/** Limits of an input, as Microsoft's specification of the path parameter has them. */
interface Limit {
    readonly min?: number;
    readonly max?: number;
    readonly pattern?: string;
}

const VAULT_OBJECT: Limit = { pattern: "^[a-zA-Z0-9-]{1,127}$" };

/** By type token and input; what is not here is judged by Azure alone. */
const LIMITS: Readonly<Record<string, Readonly<Record<string, Limit>>>> = {
    "azure-native:keyvault:Key": { keyName: VAULT_OBJECT },
    "azure-native:keyvault:Secret": { secretName: VAULT_OBJECT },
    "azure-native:keyvault:Vault": { vaultName: { pattern: "^[a-zA-Z0-9-]{3,24}$" } },
    "azure-native:operationalinsights:Workspace": {
        workspaceName: { min: 4, max: 63, pattern: "^[A-Za-z0-9][A-Za-z0-9-]+[A-Za-z0-9]$" },
    },
    "azure-native:storage:BlobContainer": { accountName: { min: 3, max: 24 }, containerName: { min: 3, max: 63 } },
    "azure-native:storage:StorageAccount": { accountName: { min: 3, max: 24 } },
};

const EVERYWHERE: Readonly<Record<string, Limit>> = { resourceGroupName: { min: 1, max: 90 } };

/** What azure-native says of inputs that are too short, too long, or of other characters. */
export function limitFailures(type: string, inputs: Props): CheckAnswer["failures"] {
    return Object.entries({ ...EVERYWHERE, ...LIMITS[type] }).flatMap(([property, limit]) => {
        const value = inputs[property];
        return typeof value !== "string" || isUnknown(value)
            ? []
            : reasons(property, value, limit).map((reason) => ({ property, reason }));
    });
}

function reasons(property: string, value: string, { min = 0, max = Infinity, pattern }: Limit): string[] {
    const { length } = value;
    return [
        ...(length < min ? [`'${property}' is too short (${length}): at least ${min} characters required`] : []),
        ...(length > max ? [`'${property}' is too long (${length}): at most ${max} characters allowed`] : []),
        ...(pattern !== undefined && !new RegExp(pattern).test(value)
            ? [`'${property}' does not match expression '${pattern}'`]
            : []),
    ];
}
