import { withoutSuspension, withoutTenant, withStatus, withTenant } from "../../../cli/tenants/tenant-rows";

const FILE = [
    "# Who is who.",
    "tenants:",
    "  # The first customer.",
    "  - id: t-aaaaaa # its id",
    "    name: 'De   Linde'   # as it writes itself",
    '    shard: "01"',
    "    status: active # since 2024",
    "    addresses: []",
    "    # A note below it.",
    "",
    "  # Those of the second wave:",
    "",
    "  - id: t-bbbbbb",
    "    name: Het Anker",
    '    shard: "01"',
    "    status: suspended",
    "    # The contract ended.",
    '    suspended: { since: "2026-01-01", keepUntil: "2026-06-30", reason: Its contract ended. }',
    "    addresses:",
    "      - {name: office, start: 192.0.2.1, end: 192.0.2.1, reason: Its own office.}",
    "  - id: t-cccccc",
    "    name: Zuiderzee",
    '    shard: "01"',
    "    status: active",
    "    addresses: []",
    "",
];
const TEXT = FILE.join("\n");

const SUSPENSION = { since: "2026-11-23", keepUntil: "2027-05-31", reason: "It said: 'we leave'." };
const SUSPENDED = [
    "    suspended:",
    '      since: "2026-11-23"',
    '      keepUntil: "2027-05-31"',
    `      reason: "It said: 'we leave'."`,
];

/** The lines with some replaced by others. */
const lines = (from: number, count: number, ...others: readonly string[]): string =>
    [...FILE.slice(0, from), ...others, ...FILE.slice(from + count)].join("\n");

describe("a row of the tenant file", () => {
    it("is added behind the last, and nothing else changes", () => {
        const added = ["  - id: t-dddddd", "    name: Waterlinie", '    shard: "01"', "    status: active"];
        expect(withTenant(TEXT, { id: "t-dddddd", name: "Waterlinie", shard: "01" })).toBe(
            lines(25, 0, ...added, "    addresses: []"),
        );
    });

    it("is added where the last line does not end", () => {
        const text = TEXT.trimEnd();
        expect(withTenant(text, { id: "t-dddddd", name: "Waterlinie", shard: "01" })).toBe(
            `${text}\n  - id: t-dddddd\n    name: Waterlinie\n    shard: "01"\n    status: active\n    addresses: []\n`,
        );
    });

    it.each([
        ["Yes", '"Yes"'],
        ["2026", '"2026"'],
        ["a: b # c", '"a: b # c"'],
        ["two\nlines", '"two\\nlines"'],
    ])("has the name %j in quotes, which would mean something else without", (name, written) => {
        expect(withTenant(TEXT, { id: "t-dddddd", name, shard: "01" })).toContain(`\n    name: ${written}\n`);
    });

    it("goes with the comments right above and inside it; those that stand apart stay", () => {
        expect(withoutTenant(TEXT, "t-aaaaaa")).toBe(lines(2, 7));
        expect(withoutTenant(TEXT, "t-bbbbbb")).toBe(lines(12, 8));
        expect(withoutTenant(TEXT, "t-cccccc")).toBe(lines(20, 5));
    });

    it("is suspended behind its status, whose comment stays", () => {
        expect(withStatus(TEXT, "t-aaaaaa", "suspended", SUSPENSION)).toBe(
            lines(6, 1, "    status: suspended # since 2024", ...SUSPENDED),
        );
    });

    it("changes its status alone", () => {
        expect(withStatus(TEXT, "t-bbbbbb", "leaving")).toBe(lines(15, 1, "    status: leaving"));
    });

    it("loses its suspension, on lines of its own or in braces", () => {
        const suspended = withStatus(TEXT, "t-cccccc", "suspended", SUSPENSION) ?? "";
        const active = withStatus(suspended, "t-cccccc", "active") ?? "";
        expect(withoutSuspension(active, "t-cccccc")).toBe(TEXT);
        expect(withoutSuspension(TEXT, "t-bbbbbb")).toBe(lines(17, 1));
    });

    it("keeps the line ends of the file", () => {
        const text = TEXT.replaceAll("\n", "\r\n");
        const changed = [
            withTenant(text, { id: "t-dddddd", name: "Waterlinie", shard: "01" }),
            withStatus(text, "t-aaaaaa", "suspended", SUSPENSION),
            withoutTenant(text, "t-bbbbbb"),
        ];
        expect(changed.map((each = "") => each.replaceAll("\r\n", "").includes("\n"))).toEqual([false, false, false]);
    });

    it("may stand at the left margin", () => {
        const text = "tenants:\n- id: t-aaaaaa\n  status: active\n- id: t-bbbbbb\n  status: active\n";
        expect(withoutTenant(text, "t-aaaaaa")).toBe("tenants:\n- id: t-bbbbbb\n  status: active\n");
        expect(withStatus(text, "t-bbbbbb", "suspended", SUSPENSION)).toBe(
            text.replace(/active\n$/, ["suspended", ...SUSPENDED.map((line) => line.slice(2)), ""].join("\n")),
        );
    });

    it.each([
        "tenants: [{ id: t-aaaaaa, status: active }]",
        "tenants:\n  - { id: t-aaaaaa, status: active }\n",
        "tenants: []",
        "",
    ])("is not found where it has no lines of its own: %j", (text) => {
        expect([
            withTenant(text, { id: "t-dddddd", name: "Waterlinie", shard: "01" }),
            withoutTenant(text, "t-aaaaaa"),
            withStatus(text, "t-aaaaaa", "leaving"),
            withoutSuspension(text, "t-aaaaaa"),
        ]).toEqual([undefined, undefined, undefined, undefined]);
    });

    it("is not found under an id that no row has", () => {
        expect(withoutTenant(TEXT, "t-zzzzzz")).toBeUndefined();
    });
});
