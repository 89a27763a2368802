import { clientSecretsOf } from "../client-secrets";
import { isMark, isObject, UnreadableError } from "../marks";
import type { ResourceView } from "../model";
import { stackRule } from "../rule";
import { isPlainSecret, isVaultReference, namesSecret } from "../secret-settings";
import { settingsOf, WITH_SETTINGS } from "../site-settings";

export const webNoPlaintextSecretSettings = stackRule(WITH_SETTINGS, (resource, report, { stack }) => {
    const { names, unknown: unknownName } = clientSecretsOf(stack);
    let unknown: string | undefined;
    for (const { property, name, value, connection } of settingsOf(resource)) {
        const isClientSecret = names.has(name.toLowerCase());
        const text = typeof value === "string" ? value : JSON.stringify(value);
        if (isMark(value)) {
            if ((isClientSecret || isSuspect(name, value, connection)) && !comesFromVault(resource, property)) {
                unknown ??= name;
            }
        } else if (isClientSecret && !isVaultReference(text)) {
            report(`setting ${name} holds the client secret that authentication names, and is no reference to a vault`);
        } else if (isPlainSecret(name, text, connection)) {
            report(`setting ${name} holds a secret in plain text`);
        } else if (!isVaultReference(text)) {
            unknown ??= unknownName;
        }
    }
    if (unknown !== undefined) {
        throw new UnreadableError(unknown);
    }
});

/** Pulumi keeps it as a secret, so whoever wrote it thinks it is one; telemetry's connection string is one in name only. */
const isSuspect = (name: string, value: unknown, connection: boolean): boolean =>
    name !== "APPLICATIONINSIGHTS_CONNECTION_STRING" &&
    (connection || namesSecret(name) || HOLDS_KEY.test(name) || (isObject(value) && value.$secret === true));

/** Functions read a connection string with an account's key from these; where an identity signs in, they have longer names. */
const HOLDS_KEY = /^AzureWebJobs(Storage|Dashboard)$/i;

const VAULTS = ["azure-native:keyvault:Secret", "azure-native:keyvault:Vault"];
const HARMLESS = [
    ...VAULTS,
    "azure-native:applicationinsights:Component",
    "azure-native:managedidentity:UserAssignedIdentity",
];

/** An unknown value that is made from a vault and from nothing else that gives secrets away is a reference to it. */
function comesFromVault(resource: ResourceView, property: string): boolean {
    const dependencies = resource.dependenciesOf(property);
    return (
        dependencies.every(({ type }) => HARMLESS.includes(type)) &&
        dependencies.some(({ type }) => VAULTS.includes(type))
    );
}
