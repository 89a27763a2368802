import type { ArmResource } from "../arm-resource";

/** API versions that Microsoft's public schemas do not have (yet), and the one that stands in. */
export const OTHER_VERSIONS: Readonly<Record<string, { readonly version: string; readonly reason: string }>> = {
    "Microsoft.Web 2025-05-01": {
        version: "2024-11-01",
        reason: "azure-native 3.28 uses a version that Microsoft has published no schema of; this is the one before it",
    },
};

export interface Exception {
    readonly type: string;
    readonly error: RegExp;
    readonly reason: string;
}

const FULL_NAME = "the pattern is meant for the last part of the name and meets the full one";

/** What Microsoft's schemas refuse although Azure takes it. */
export const EXCEPTIONS: readonly Exception[] = [
    { type: "Microsoft.KeyVault/vaults/keys", error: /^name must match pattern/, reason: FULL_NAME },
    { type: "Microsoft.KeyVault/vaults/secrets", error: /^name must match pattern/, reason: FULL_NAME },
    {
        type: "Microsoft.Resources/resourceGroups",
        error: /^the resource must have required property 'properties'/,
        reason: "a resource group has no properties that one could set",
    },
];

export const excepted = (resource: ArmResource, error: string, exceptions: readonly Exception[]): boolean =>
    exceptions.some((one) => one.type === resource.type && one.error.test(error));
