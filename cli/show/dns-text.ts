import type { CheckedRecord } from "../dns/check-records";
import { brief } from "./harmless";
import { indented } from "./indented";

/** The records of one environment's host name. */
export interface CheckedName {
    readonly environment: string;
    readonly hostName: string;
    readonly records: readonly CheckedRecord[];
}

/** What was found of each record, and which to make. */
export const dnsText = (names: readonly CheckedName[], columns: number): string =>
    names
        .map(({ environment, hostName, records }) => {
            const lines = records.flatMap((record) => [
                indented(`${record.state.padEnd(STATE)}  ${record.type.padEnd(TYPE)}  ${record.name}`, 2, columns),
                ...detailsOf(record).map((detail) => indented(detail, 2 + STATE + 2, columns)),
            ]);
            return `${environment}: ${hostName}\n${lines.join("")}`;
        })
        .join("\n");

const STATE = "unanswered".length;
const TYPE = "CNAME".length;

function detailsOf({ state, type, value, says, make }: CheckedRecord): readonly string[] {
    // Whoever may write the record chose the words.
    const said = says.length > 0 ? [`says: ${says.map((text) => brief(text)).join(", ")}`] : [];
    switch (state) {
        case "found":
            return [
                ...(type === "CAA" && says.length === 0 ? ["none, which admits every authority"] : said),
                ...(value === undefined ? ["compare with the stack output domainVerificationId"] : []),
            ];
        case "unanswered":
            return [`no resolver answers (${says.join(", ")})`];
        default:
            return [...said, `make: ${make}`];
    }
}
