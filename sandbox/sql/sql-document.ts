import { PROCEDURES } from "./procedures";
import { STATEMENT_FORMS } from "./read-batch";
import type { SqlRefusal } from "./sql-refusal";
import { SQL_REFUSALS } from "./sql-refusals";
import { VIEW_COLUMNS } from "./system-views";

/** What the documentation of the stand-in says of the played SQL servers. */
export const sqlDocument = (): readonly string[] => [
    "## SQL Server",
    "",
    "The servers of the played Azure answer T-SQL, over TDS 8.0 with a token (`OTAP_SANDBOX_SQL` says where and with which). Whoever connects is the",
    "administrator, on a machine in the network. Nothing is accepted that is not understood: of a batch with anything else in it nothing is executed.",
    "",
    ...STATEMENT_FORMS.flatMap(({ shown }) => (shown === "" ? [] : [`- \`${shown}\``])),
    "",
    `Procedures: ${Object.keys(PROCEDURES)
        .map((name) => `\`${name}\``)
        .join(", ")}.`,
    "",
    "Views in `sys`, with the columns that they have here; SQLite executes the SELECT:",
    "",
    ...Object.entries(VIEW_COLUMNS).map(
        ([view, columns]) => `- \`${view}\`: ${columns.replace(/:\w+/g, "").split(" ").join(", ")}`,
    ),
    "",
    "### What SQL Server refuses",
    "",
    `${ROWS.length} refusals.`,
    "",
    "| number | what is refused | source |",
    "|---|---|---|",
    ...ROWS.map(({ number, title, source }) => `| ${number} | ${cell(title)} | ${cell(source)} |`),
    "",
    "### What happens inside databases besides",
    "",
    ...EFFECTS.map((effect) => `- ${effect}`),
    "",
    "### What the SQL servers do not know",
    "",
    ...GAPS.map((gap) => `- ${gap}`),
];

const ROWS: readonly SqlRefusal[] = Object.values(SQL_REFUSALS).toSorted((a: SqlRefusal, b) => a.number - b.number);

const cell = (text: string): string => text.replaceAll("|", "\\|");

const EFFECTS = [
    "A copy shows what its original holds; after a failover the other one is written. When their link ends, each goes on with what it had.",
    "A database that is deleted and made anew begins empty, and who is in one that is deleted is put out of it.",
    "A trigger is asked after each statement on a table whose event it names; when it objects, the transaction goes back and its error is raised.",
    "A connection that breaks takes back what was not committed. One session at a time changes a database; the others wait, and see what was committed.",
    "An error ends its statement, and the batch and the transaction as well where XACT_ABORT is on.",
    "The text of a trigger is kept without `OR ALTER`, with blanks in its place [U].",
] as const;

const GAPS = [
    "Who asks: whoever has the token may everything. What a user's rights admit is not tried; who gets in at all, only in tests.",
    "Who owns what: nobody but dbo owns anything or grants anything to others, so that every user who is made can be dropped.",
    "Rows: tables have columns and none, so nothing is inserted, read or converted.",
    "The engine's own address: it reaches an open server without a rule, and one with a private endpoint always.",
    "That a server whose public access is disabled could refuse a database's rules: the text of error 42101 speaks of them, Microsoft's pages on them do not. Here they are kept, and admit nobody [U].",
    "Which errors end a batch without XACT_ABORT: here those of the language and of triggers.",
    "Triggers, but for those that ask `IF EXISTS (…)` and refuse: what EVENTDATA() says is taken for granted. Of RENAME the table is told by its name before [U].",
    "The difference of types within a comparison, and truth as a value: SQLite is more lenient there.",
    "Halves of surrogate pairs, and NUL, in what a SELECT tells: SQLite has neither.",
    "Collations: names and texts are compared without case in ASCII only, and with the blanks at their end.",
    "The procedures for rules of IPv6: Microsoft documents the view and not the procedures; their names are by analogy [U].",
    "Deadlocks, timeouts of locks, throttling and reconfigurations, but for the errors that a fault asks for.",
    "Locks of Azure Resource Manager: T-SQL knows none.",
] as const;
