import type { AccessRow, How } from "./access-row";
import { environmentsOf } from "./access-table";

/** The matrix in Markdown: `docs/access.md`, or what `otap access --format markdown` prints. */
export const accessPage = (rows: readonly AccessRow[], today: string): string =>
    [
        "# Who may do what",
        "",
        "<!-- Written by: npm run generate; npx otap access --format markdown prints the same of another day. -->",
        "",
        `What the plans of the environments assign on ${today}. People's rights come from \`stacks/data/<environment>/access.yaml\` and from nowhere`,
        "else; customers who read their own database, from `tenants.yaml`; what the parts of the platform need of each other, the program assigns",
        "itself, each on one resource or in one database. What is behind an address besides, `npx otap tenants --json` tells of each database.",
        "",
        ...LEGEND.map(([how, what]) => `- **${how}**: ${what}`),
        "",
        ...environmentsOf(rows).flatMap((environment) => [
            `## ${environment}`,
            "",
            ...peopleTable(rows.filter((row) => row.environment === environment && row.kind === "people")),
            "",
            ...customersTable(rows.filter((row) => row.environment === environment && row.kind === "customers")),
            ...platformTable(rows.filter((row) => row.environment === environment && row.kind === "platform")),
            "",
        ]),
    ].join("\n");

const LEGEND: readonly (readonly [How, string])[] = [
    ["standing", "always there."],
    [
        "eligible",
        "must be asked for, in Entra Privileged Identity Management, which needs Entra ID P2. It ends with the right, or on the day of its next review if nobody confirms it, and Azure cannot change it: each change, a review too, takes it away and gives it anew, so that who has it active asks again.",
    ],
    [
        "kept elsewhere",
        "Azure Resource Manager cannot give it, or this program cannot give it to itself; the page says who does.",
    ],
    ["not yet", "comes with the test window, on its first day, and is assigned to nobody before."],
    ["ended", "still in the file, and assigned to nobody."],
];

const peopleTable = (rows: readonly AccessRow[]): readonly string[] => [
    "| group | as | may do | on | how | until | reviewed | next review | why |",
    "|---|---|---|---|---|---|---|---|---|",
    ...rows.map(({ who, as, role, on, how, from, until, reviewed, nextReview, why }) =>
        line([who, as, role, on, how, from === undefined ? until : `${from} to ${until}`, reviewed, nextReview, why]),
    ),
];

const customersTable = (rows: readonly AccessRow[]): readonly string[] =>
    rows.length === 0
        ? []
        : [
              "| group of a customer | may do | on | how | until | why |",
              "|---|---|---|---|---|---|",
              ...rows.map(({ who, role, on, how, until, why }) => line([who, role, on, how, until, why])),
              "",
          ];

const platformTable = (rows: readonly AccessRow[]): readonly string[] => [
    "| identity | may do | on | why |",
    "|---|---|---|---|",
    ...rows.map(({ who, role, on, why }) => line([who, role, on, why])),
];

const line = (cells: readonly (string | undefined)[]): string =>
    `| ${cells.map((cell = "") => cell.replace(/[\\|<[]/g, "\\$&").replace(/\s+/g, " ")).join(" | ")} |`;
