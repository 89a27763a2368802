import { z } from "zod";
import { sentence, text } from "./fields";

/** What a column says about a person. */
const CLASSES = ["identifying", "quasi-identifying", "sensitive", "free-text", "none"] as const;
/** What an export makes of it. */
const TREATMENTS = ["drop", "pseudonymise", "generalise", "mask", "keep"] as const;

const column = z
    .strictObject({ class: z.enum(CLASSES), treatment: z.enum(TREATMENTS), why: sentence.optional() })
    .superRefine((found, context) => {
        const message = treatmentMistake(found);
        if (message !== undefined) {
            context.addIssue({ code: "custom", path: ["treatment"], message });
        }
    });

interface Column {
    readonly class: (typeof CLASSES)[number];
    readonly treatment: (typeof TREATMENTS)[number];
    readonly why?: string;
}

/** What would leave productie readable although it tells who somebody is. */
function treatmentMistake(column: Column): string | undefined {
    if (column.class === "identifying" && (column.treatment === "keep" || column.treatment === "generalise")) {
        return `'${column.treatment}' leaves an identifying column readable; choose drop, pseudonymise or mask`;
    }
    if (column.class === "free-text" && column.treatment !== "drop") {
        return `free text can name anybody, so no treatment but 'drop' is safe, got '${column.treatment}'`;
    }
    return column.treatment === "keep" && column.class !== "none" && column.why === undefined
        ? `'keep' of a column that is ${column.class} needs a reason; add why, or choose another treatment`
        : undefined;
}

/** SQL Server takes names that differ in case only for one, so the milder of two treatments could win. */
function caseless(named: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
    const firsts = new Map<string, string>();
    for (const name of Object.keys(named)) {
        const first = firsts.get(name.toLowerCase());
        if (first === undefined) {
            firsts.set(name.toLowerCase(), name);
        } else {
            const message = `differs from '${first}' in case only, which SQL Server takes for one; keep one of them`;
            context.addIssue({ code: "custom", path: [name], message });
        }
    }
}

const columnName = text("a column's name", /^[A-Za-z_]\w{0,127}$/);
const tableName = text("a schema and a table, such as 'crm.client'", /^[A-Za-z_]\w{0,127}\.[A-Za-z_]\w{0,127}$/);

/** `classification.yaml`: every column of the application's schema; an export refuses a column that is not in it. */
export const CLASSIFICATION_FILE = z.strictObject({
    tables: z
        .record(tableName, z.strictObject({ columns: z.record(columnName, column).superRefine(caseless) }))
        .superRefine(caseless),
});
