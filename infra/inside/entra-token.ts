import type { AccessToken, TokenCredential } from "@azure/identity";
import { SqlError } from "./sql-error";

const SCOPE = "https://database.windows.net/.default";

/** A session begins with a token that lasts at least as long as it may take. */
const AT_LEAST_MS = 5 * 60_000;

const credentials = new Map<string, TokenCredential>();
const tokens = new Map<string, Promise<AccessToken>>();

/**
 * A token for SQL of whoever runs this (workload or managed identity, Azure CLI), in the directory of the server. Only this process
 * knows it, and asks for one at a time: `az` takes a second for each, and a shard has hundreds of things inside its databases.
 *
 * @throws SqlError `no-token`
 */
export async function entraToken(directory: string): Promise<string> {
    const known = tokens.get(directory);
    if (known === undefined) {
        return (await requested(directory)).token;
    }
    const { token, expiresOnTimestamp } = await known;
    if (expiresOnTimestamp - Date.now() > AT_LEAST_MS) {
        return token;
    }
    // Of several that find it too old, the first asks for a new one.
    const next = tokens.get(directory);
    return (await (next === undefined || next === known ? requested(directory) : next)).token;
}

function requested(directory: string): Promise<AccessToken> {
    const request = askedOfEntra(directory);
    tokens.set(directory, request);
    request.catch(() => tokens.delete(directory));
    return request;
}

async function askedOfEntra(directory: string): Promise<AccessToken> {
    try {
        const token = await credentialFor(directory).getToken(SCOPE);
        if (token === null) {
            throw new Error("no credential is set up");
        }
        return token;
    } catch (error) {
        // The library tells each way that it tried, on a line of its own.
        throw new SqlError((error as Error).message.split("\n")[0] ?? "", "no-token");
    }
}

function credentialFor(directory: string): TokenCredential {
    const known = credentials.get(directory);
    if (known !== undefined) {
        return known;
    }
    const { DefaultAzureCredential } = require("@azure/identity") as typeof import("@azure/identity");
    const made = new DefaultAzureCredential({ tenantId: directory });
    credentials.set(directory, made);
    return made;
}
