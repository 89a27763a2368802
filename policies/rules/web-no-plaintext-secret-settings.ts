import { SITES } from "../azure-types";
import { isMark, isObject, UnreadableError } from "../marks";
import type { ResourceView } from "../model";
import { stackRule } from "../rule";
import { list, text } from "../show";

const SETTINGS = ["WebAppApplicationSettings", "WebAppConnectionStrings"];
const CONNECTION_STRINGS = /^azure-native:web:WebAppConnectionStrings/;
const TYPES = [
    ...SITES,
    ...SETTINGS.flatMap((name) => [name, `${name}Slot`]).map((name) => `azure-native:web:${name}`),
];

export const webNoPlaintextSecretSettings = stackRule(TYPES, (resource, report) => {
    let unknown: string | undefined;
    for (const { property, name, value, connection } of settingsOf(resource)) {
        if (isMark(value)) {
            const suspect = connection || namesSecret(name) || isSecret(value);
            if (suspect && !NOT_SECRET.has(name) && !comesFromVault(resource, property)) {
                unknown ??= name;
            }
        } else if (isPlainSecret(name, text(value), connection)) {
            report(`setting ${name} holds a secret in plain text`);
        }
    }
    if (unknown !== undefined) {
        throw new UnreadableError(unknown);
    }
});

interface Setting {
    /** The input that it stands in. */
    readonly property: string;
    readonly name: string;
    readonly value: unknown;
    readonly connection: boolean;
}

/** Read past the guard for unknowns: most settings' values are unknown before deployment, and their names say whether that matters. */
function settingsOf({ type, inputs }: ResourceView): readonly Setting[] {
    const properties = known(inputs.properties, "properties");
    const siteConfig = known(inputs.siteConfig, "siteConfig");
    const connection = CONNECTION_STRINGS.test(type);
    const beside = Object.entries(isObject(properties) ? properties : {}).map(([name, value]) => ({
        property: "properties",
        name,
        value: connection && isObject(value) && !isMark(value) ? value.value : value,
        connection,
    }));
    const inline = isObject(siteConfig) ? siteConfig : {};
    return [
        ...beside,
        ...inSite(known(inline.appSettings, "siteConfig.appSettings"), "value", false),
        ...inSite(known(inline.connectionStrings, "siteConfig.connectionStrings"), "connectionString", true),
    ].filter(({ value }) => value !== undefined && value !== null && value !== "");
}

function known(value: unknown, property: string): unknown {
    if (isMark(value)) {
        throw new UnreadableError(property);
    }
    return value;
}

const inSite = (settings: unknown, key: string, connection: boolean): readonly Setting[] =>
    list(settings).map((setting) => ({
        property: "siteConfig",
        name: isMark(setting) ? "a secret or unknown setting" : text(setting?.name),
        value: isMark(setting) ? setting : setting?.[key],
        connection,
    }));

const SECRET_NAME =
    /password|passwd|pwd|secret|token|credential|connection_*string|(api|access|account|private|shared|storage)_*key/i;

/** Says where telemetry goes; it opens nothing where local authentication is off. */
const NOT_SECRET: ReadonlySet<string> = new Set(["APPLICATIONINSIGHTS_CONNECTION_STRING"]);

/** Pulumi keeps it as a secret, so whoever wrote it thinks it is one. */
const isSecret = (value: unknown): boolean => isObject(value) && value.$secret === true;

const namesSecret = (name: string): boolean => SECRET_NAME.test(name) && !NOT_SECRET.has(name);

const VAULT_REFERENCE = /^@Microsoft\.KeyVault\(.+\)$/i;
const SECRET_FORM = /(^|[;\s])(password|pwd|accountkey|sharedaccesskey)\s*=\s*[^;\s]|[?&]sig=[^&\s]{16,}/i;

/** What is no secret whatever its name: a switch, an address without a query, a connection that names an identity. */
const HARMLESS = /^(true|false)$|^https:\/\/[^?@\s]+$|Authentication\s*=\s*Active/i;

function isPlainSecret(name: string, value: string, connection: boolean): boolean {
    if (VAULT_REFERENCE.test(value)) {
        return false;
    }
    return SECRET_FORM.test(value) || (!connection && namesSecret(name) && !HARMLESS.test(value));
}

const VAULTS = ["azure-native:keyvault:Secret", "azure-native:keyvault:Vault"];

/** An unknown value that is made from a vault and from nothing else that gives secrets away is a reference to it. */
function comesFromVault(resource: ResourceView, property: string): boolean {
    const harmless = [...VAULTS, "azure-native:applicationinsights:Component", IDENTITY];
    const dependencies = resource.dependenciesOf(property);
    return (
        dependencies.every(({ type }) => harmless.includes(type)) &&
        dependencies.some(({ type }) => VAULTS.includes(type))
    );
}

const IDENTITY = "azure-native:managedidentity:UserAssignedIdentity";
