import type { ExpectedRecord } from "./expected-records";
import type { Answer, LookUp } from "./look-up";

/** `other`: there is a record, and it says something else. `unanswered`: nobody could be asked. */
export type RecordState = "found" | "missing" | "other" | "unanswered";

export interface CheckedRecord extends ExpectedRecord {
    readonly state: RecordState;
    /** What DNS says, or why it says nothing. */
    readonly says: readonly string[];
}

/** Asks for each record, all at once. */
export const checkRecords = (records: readonly ExpectedRecord[], lookUp: LookUp): Promise<readonly CheckedRecord[]> =>
    Promise.all(
        records.map(async (record) => {
            const answer = await ask(record, lookUp);
            return "unanswered" in answer
                ? { ...record, state: "unanswered" as const, says: [answer.unanswered] }
                : { ...record, state: stateOf(record, answer.texts), says: answer.texts };
        }),
    );

function ask({ name, type }: ExpectedRecord, lookUp: LookUp): Promise<Answer> {
    switch (type) {
        case "CNAME":
            return lookUp.cname(name);
        case "TXT":
            return lookUp.txt(name);
        default:
            return nearestCaa(name, lookUp);
    }
}

/** The records that count are those of the name, else of the nearest name above it that has any (RFC 8659). */
async function nearestCaa(name: string, lookUp: LookUp): Promise<Answer> {
    const answer = await lookUp.caa(name);
    const above = name.split(".").slice(1).join(".");
    return "unanswered" in answer || answer.texts.length > 0 || above === "" ? answer : nearestCaa(above, lookUp);
}

function stateOf({ type, value }: ExpectedRecord, texts: readonly string[]): RecordState {
    if (type === "CAA") {
        const issuers = texts.filter((text) => text.startsWith("issue "));
        // Without any of them every authority is admitted.
        return issuers.length === 0 || issuers.some((text) => issuerOf(text) === value) ? "found" : "other";
    }
    if (texts.length === 0) {
        return "missing";
    }
    return value === undefined || texts.some((text) => plain(text) === plain(value)) ? "found" : "other";
}

/** `issue digicert.com; cansignhttpexchanges=yes` names its authority before the parameters. */
const issuerOf = (text: string): string => plain(text.slice("issue ".length).split(";")[0] ?? "");

/** Names are the same in any case, and with or without the dot at their end. */
const plain = (text: string): string => text.trim().toLowerCase().replace(/\.$/, "");
