import type { CaaRecord } from "node:dns";
import { Resolver } from "node:dns/promises";
import { WrongUse } from "../wrong-use";

/** What resolvers say of a name: texts, none where the name or the type does not exist, or why nobody answered. */
export type Answer = { readonly texts: readonly string[] } | { readonly unanswered: string };

/** Questions to DNS; each answer is a list of texts. */
export interface LookUp {
    cname(name: string): Promise<Answer>;
    txt(name: string): Promise<Answer>;
    /** `<tag> <value>` of each record, such as `issue digicert.com`. */
    caa(name: string): Promise<Answer>;
    /** Addresses of the resolvers. */
    readonly servers: readonly string[];
}

/** Milliseconds that a resolver has for the first try; c-ares doubles it for the second. */
const TIMEOUT = 2_000;
const TRIES = 2;

/** DNS says that there is no such name, or none with such a record: an answer, unlike a server that fails. */
const NONE = ["ENOTFOUND", "ENODATA"];

/**
 * Questions to the machine's resolvers, or to one.
 *
 * @param server address of a resolver with or without port, such as `192.0.2.53:5353` or `[2001:db8::53]:53`
 * @throws WrongUse for what is no address
 */
export function lookUpAt(server: string | undefined): LookUp {
    const resolver = new Resolver({ timeout: TIMEOUT, tries: TRIES });
    if (server !== undefined) {
        useServer(resolver, server);
    }
    return {
        cname: (name) => answer(() => resolver.resolveCname(name)),
        // A long text is cut into pieces of 255 characters, which belong together.
        txt: (name) => answer(async () => (await resolver.resolveTxt(name)).map((pieces) => pieces.join(""))),
        caa: (name) => answer(async () => (await resolver.resolveCaa(name)).flatMap(caaTexts)),
        servers: resolver.getServers(),
    };
}

function useServer(resolver: Resolver, server: string): void {
    try {
        resolver.setServers([server]);
    } catch {
        throw new WrongUse(
            `--server: '${server}' is not the address of a resolver; write an IP address with or without port, such as 192.0.2.53 or 192.0.2.53:5353`,
        );
    }
}

/** Node names a record's tag as a property, beside the flag `critical`. */
const caaTexts = (record: CaaRecord): readonly string[] =>
    Object.entries(record).flatMap(([tag, value]) => (typeof value === "string" ? [`${tag} ${value}`] : []));

async function answer(ask: () => Promise<readonly string[]>): Promise<Answer> {
    try {
        return { texts: await ask() };
    } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? "unknown";
        return NONE.includes(code) ? { texts: [] } : { unanswered: code };
    }
}
