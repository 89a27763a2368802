/** What sites must answer before a release counts as running there. */
export interface Wanted {
    readonly hosts: readonly string[];
    /** Starts with a slash. */
    readonly path: string;
    readonly version: string;
    readonly digest: string;
}

export interface Patience {
    /** Where a host answers, `https://<host>`. */
    origin(host: string): string;
    /** Milliseconds between two questions. */
    readonly pauseMs: number;
    /** Milliseconds for all hosts together. */
    readonly totalMs: number;
}

/** Milliseconds for one answer. */
const ANSWER_MS = 10_000;

/**
 * Asks each host until it answers 200 with a JSON object whose `release` is the wanted version.
 *
 * @throws Error that says which host said what last, when the time is over.
 */
export async function waitForRelease({ hosts, path, version }: Wanted, patience: Patience): Promise<void> {
    const end = Date.now() + patience.totalMs;
    for (const host of hosts) {
        let said = await ask(`${patience.origin(host)}${path}`, version);
        while (said !== undefined) {
            if (Date.now() + patience.pauseMs > end) {
                throw new Error(
                    `https://${host}${path} should report release ${version} and ${said}; ` +
                        "what waits for it was left as it was, and the release is not recorded. Look at the site's log stream; " +
                        "then run it again, or go back to the release before in the settings",
                );
            }
            await new Promise((resolve) => setTimeout(resolve, patience.pauseMs));
            said = await ask(`${patience.origin(host)}${path}`, version);
        }
    }
}

/** What is wrong with an answer, as the end of a sentence; `undefined` when it is the wanted one. */
async function ask(url: string, version: string): Promise<string | undefined> {
    try {
        const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(ANSWER_MS) });
        const text = await answer.text();
        if (answer.status !== 200) {
            return `answers ${answer.status}`;
        }
        const found = releaseIn(text);
        return found === version ? undefined : `reports ${found === undefined ? "none" : `'${found.slice(0, 60)}'`}`;
    } catch (error) {
        return `does not answer from here (${reasonOf(error as Error)})`;
    }
}

function releaseIn(text: string): string | undefined {
    try {
        const { release } = JSON.parse(text) as { release?: unknown };
        return typeof release === "string" ? release : undefined;
    } catch {
        return undefined;
    }
}

/** `fetch` says "fetch failed" and keeps the reason to itself. */
const reasonOf = ({ message, cause }: Error): string =>
    cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : message;
