import { createHash } from "node:crypto";

/** What runs: a version, and the digest of its package. */
export interface Release {
    readonly version: string;
    /** `sha256:` and 64 hexadecimal digits. */
    readonly digest: string;
}

export interface BrokenGlass {
    readonly reason: string;
    readonly requester: string;
    /** Somebody else. */
    readonly approver: string;
    /** `YYYY-MM-DD`, the last day. */
    readonly until: string;
}

/** What is written of a release once an environment has deployed it. What is not known is left out: Pulumi keeps no null. */
export interface NewEntry extends Release {
    readonly environment: string;
    /** From which the package was built, 40 hexadecimal digits. */
    readonly commit?: string;
    /** Who approved that it runs here. */
    readonly approver?: string;
    /** `YYYY-MM-DD`. */
    readonly deployed: string;
    /** A record that was made in the sandbox says so, and proves nothing about Azure. */
    readonly where: "azure" | "sandbox";
    /** Why an older version came back. */
    readonly rollback?: string;
    readonly breakGlass?: BrokenGlass;
}

/** One link of the chain. */
export interface HistoryEntry extends NewEntry {
    /** 1 for the first. */
    readonly number: number;
    /** `sha256` of the entry before; none in the first. */
    readonly previous?: string;
    /** `sha256:` and the digest of everything else in this entry, as JSON with sorted keys. */
    readonly sha256: string;
}

export type History = readonly HistoryEntry[];

/** The history with one entry more. */
export function appended(history: History, entry: NewEntry): History {
    const last = history.at(-1);
    const content = { ...entry, number: (last?.number ?? 0) + 1, ...(last ? { previous: last.sha256 } : {}) };
    return [...history, { ...content, sha256: digestOf(content) }];
}

/** What is wrong with a history, one sentence for each entry that does not follow from the one before; none where it verifies. */
export function brokenLinks(history: History): readonly string[] {
    return history.flatMap((entry, index) => {
        const { sha256, ...content } = entry;
        const before = history[index - 1];
        return [
            ...(digestOf(content) === sha256
                ? []
                : [`record ${index + 1} (${entry.version}) is not what was written: its digest does not fit`]),
            ...(entry.number === index + 1 && entry.previous === before?.sha256
                ? []
                : [`record ${index + 1} (${entry.version}) does not follow the one before it`]),
        ];
    });
}

const digestOf = (content: object): string => `sha256:${createHash("sha256").update(canonical(content)).digest("hex")}`;

/** JSON with sorted keys: Pulumi's state keeps no order. */
function canonical(value: unknown): string {
    if (Array.isArray(value)) {
        return `[${value.map(canonical).join(",")}]`;
    }
    if (typeof value === "object" && value !== null) {
        const entries = Object.entries(value).filter(([, each]) => each !== undefined);
        const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
        return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`;
    }
    return JSON.stringify(value);
}
