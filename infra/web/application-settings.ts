import type * as pulumi from "@pulumi/pulumi";
import { Refusal } from "../refusal";

/** What an application reads as its environment; `WEBSITE_RUN_FROM_PACKAGE` names the release. */
export type Settings = Readonly<Record<string, pulumi.Input<string>>>;

/** The user-assigned identity that a site works with. */
export interface SiteIdentity {
    readonly id: pulumi.Input<string>;
    readonly clientId: pulumi.Input<string>;
}

const PACKAGE = "WEBSITE_RUN_FROM_PACKAGE";

const SECRET_NAME =
    /password|passwd|pwd|secret|token|credential|connection_*string|(api|access|account|private|shared)_*key|(^|_)key$/i;

/** Values that are secrets whatever their setting is called: a password in a connection string, a key with its maker's mark. */
const SECRET_VALUE =
    /\b(password|pwd|accountkey|sharedaccesskey|client_?secret)\s*=|\b[sr]k_(live|test)_|\bgh[pousr]_\w{20}|-----BEGIN|^[\w-]{2,3}\dQ~/i;

/** Says where telemetry goes; it opens nothing once the workspace refuses local authentication. */
const NOT_SECRET = new Set(["APPLICATIONINSIGHTS_CONNECTION_STRING"]);

const UNSAFE_CONNECTION =
    /\bencrypt\s*=\s*(false|no|optional)|trust_?\s*server_?\s*certificate\s*=\s*(true|yes)|sslmode\s*=\s*disable/i;

/** True for a value that App Service itself fetches from a vault. */
export const isVaultReference = (value: string): boolean => /^@Microsoft\.KeyVault\(.+\)$/.test(value);

/**
 * Checks the settings whose values are known; a value that only the deployment knows is left to the policies.
 *
 * @throws Refusal that names every unsafe setting at once, never its value.
 */
export function requireSafeSettings(settings: Settings): void {
    const mistakes = Object.entries(settings).flatMap(([name, value]) =>
        typeof value === "string" ? mistakesOf(name, value) : [],
    );
    if (mistakes.length > 0) {
        throw new Refusal(`application settings:\n${mistakes.map((mistake) => `  - ${mistake}`).join("\n")}`);
    }
}

/** The settings with what the platform adds: which of the site's identities the application and the package loader use. */
export function applicationSettings(settings: Settings, identity: SiteIdentity): Record<string, pulumi.Input<string>> {
    const complete = { ...settings, AZURE_CLIENT_ID: identity.clientId };
    // Without it App Service fetches the package with the system-assigned identity, which does not exist here.
    return PACKAGE in settings ? { ...complete, [`${PACKAGE}_BLOB_MI_RESOURCE_ID`]: identity.id } : complete;
}

function mistakesOf(name: string, value: string): string[] {
    const mistakes: string[] = [];
    if (/http:\/\//i.test(value)) {
        mistakes.push(`${name}: holds an http:// address; use https://`);
    }
    if (UNSAFE_CONNECTION.test(value)) {
        mistakes.push(`${name}: switches encryption or the certificate check off; leave both on`);
    }
    const isSecret = (SECRET_NAME.test(name) && !NOT_SECRET.has(name)) || SECRET_VALUE.test(value);
    if (isSecret && !isVaultReference(value)) {
        mistakes.push(`${name}: looks like a secret in plain text; write '@Microsoft.KeyVault(SecretUri=…)'`);
    }
    if (name === PACKAGE && !/\.zip$/i.test(value)) {
        mistakes.push(`${name}: does not end in '.zip'; App Service runs only a ZIP package, named as such`);
    }
    return mistakes;
}
