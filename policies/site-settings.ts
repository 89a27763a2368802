import { SITES } from "./azure-types";
import { isMark, isObject, UnreadableError } from "./marks";
import type { ResourceView } from "./model";
import { list, text } from "./show";

const BESIDE = ["WebAppApplicationSettings", "WebAppConnectionStrings"];
const CONNECTION_STRINGS = /^azure-native:web:WebAppConnectionStrings/;

/** What may hold settings of an application: a site, and the classes that hold nothing else. */
export const WITH_SETTINGS: readonly string[] = [
    ...SITES,
    ...BESIDE.flatMap((name) => [name, `${name}Slot`]).map((name) => `azure-native:web:${name}`),
];

/** One setting of an application. */
export interface Setting {
    /** The input that it stands in. */
    readonly property: string;
    readonly name: string;
    /** May be a mark. */
    readonly value: unknown;
    /** True for one of the list of connection strings. */
    readonly connection: boolean;
}

/**
 * The settings in a resource that are not empty, with what starts the application and what a copy of a site is given besides. Read past the guard for unknowns: most values are unknown before deployment, and
 * their names say whether that matters. Throws where a whole list is unknown.
 */
export function settingsOf({ type, inputs }: ResourceView): readonly Setting[] {
    const properties = known(inputs.properties, "properties");
    const siteConfig = known(inputs.siteConfig, "siteConfig");
    const connection = CONNECTION_STRINGS.test(type);
    const beside = Object.entries(isObject(properties) ? properties : {}).map(([name, value]) => ({
        property: "properties",
        name,
        value: connection && isReadable(value) ? value.value : value,
        connection,
    }));
    const inline = isObject(siteConfig) ? siteConfig : {};
    return [
        ...beside,
        ...inSite(known(inline.appSettings, "siteConfig.appSettings"), "value", false),
        ...inSite(known(inline.metadata, "siteConfig.metadata"), "value", false),
        ...inSite(known(inline.connectionStrings, "siteConfig.connectionStrings"), "connectionString", true),
        ...mounts(known(inline.azureStorageAccounts, "siteConfig.azureStorageAccounts")),
        ...asSettings("siteConfig", { "siteConfig.appCommandLine": inline.appCommandLine }),
        ...asSettings(
            "cloningInfo",
            isReadable(inputs.cloningInfo) ? inputs.cloningInfo.appSettingsOverrides : undefined,
        ),
    ].filter(({ value }) => value !== undefined && value !== null && value !== "");
}

const isReadable = (value: unknown): value is Readonly<Record<string, unknown>> => isObject(value) && !isMark(value);

const asSettings = (property: string, values: unknown): readonly Setting[] =>
    Object.entries(isReadable(values) ? values : {}).map(([name, value]) => ({
        property,
        name,
        value,
        connection: false,
    }));

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

/** Shares that a site mounts are opened with an account's key. */
const mounts = (accounts: unknown): readonly Setting[] =>
    Object.entries(isObject(accounts) ? accounts : {}).map(([name, account]) => ({
        property: "siteConfig",
        name: `azureStorageAccounts.${name}.accessKey`,
        value: isReadable(account) ? account.accessKey : account,
        connection: false,
    }));
