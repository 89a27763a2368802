import type { Colors } from "picocolors/types";
import { compareVersions } from "../../stacks/settings/versions";
import { harmless } from "../show/harmless";
import { indented } from "../show/indented";
import { type Column, plainTable } from "../show/plain-table";
import { shortDigest } from "./promotion-text";
import { type EnvironmentReleases, isSamePackage, type NotesArgs, notesOn } from "./street-releases";
import type { Verification } from "./verify-releases";

export interface StatusTextArgs extends NotesArgs {
    readonly chosen: readonly EnvironmentReleases[];
    readonly all: readonly EnvironmentReleases[];
    readonly verification?: Verification;
    readonly columns: number;
    readonly colours: Colors;
}

/** Which release runs where: a line for each environment, a line for each version, what is to be known besides, and the verification. */
export function statusText(args: StatusTextArgs): string {
    const { chosen, all, columns, colours, verification, source } = args;
    const notes = chosen.flatMap((own) => notesOn(own, all, args).map((note) => `${own.environment}: ${note}`));
    return [
        plainTable(ENVIRONMENT_COLUMNS, chosen.map(rowOf), columns, colours),
        versionTable(chosen, columns, colours),
        notes.map((note) => bullet("-", note, columns)).join(""),
        unknownText(chosen, columns),
        source === "sandbox" ? indented("Recorded in the sandbox: it proves nothing about Azure.", 0, columns) : "",
        verification === undefined ? "" : verificationText(verification, columns, colours),
    ]
        .filter((part) => part !== "")
        .join("\n");
}

const ENVIRONMENT_COLUMNS: readonly Column[] = [
    { head: "Environment", align: "left" },
    { head: "Settings", align: "left", least: 8 },
    { head: "Runs", align: "left", least: 8 },
    { head: "Since", align: "left" },
    { head: "Approver", align: "left", least: 10, drop: 1 },
    { head: "Records", align: "right", drop: 2 },
];

function rowOf({ environment, settings, history }: EnvironmentReleases): readonly (string | number)[] {
    const last = history?.at(-1);
    const unknown = history === undefined ? "?" : "-";
    return [
        environment,
        settings.version,
        last?.version ?? unknown,
        last?.deployed ?? unknown,
        harmless(last?.approver ?? unknown),
        history?.length ?? "?",
    ];
}

/** Versions that are shown; older ones are counted. */
const MOST_VERSIONS = 10;

/** On which day each version came to each environment: from left to right the days go up. */
function versionTable(chosen: readonly EnvironmentReleases[], columns: number, colours: Colors): string {
    const packages = packagesOf(chosen);
    const shown = packages.slice(0, MOST_VERSIONS);
    const rows = shown.map((each) => [
        packages.filter(({ version }) => version === each.version).length > 1
            ? `${each.version} ${shortDigest(each.digest)}`
            : each.version,
        ...chosen.map(({ history, settings }) => {
            const first = history?.find((entry) => isSamePackage(entry, each));
            const runs = isSamePackage(history?.at(-1), each) ? " *" : "";
            return first === undefined
                ? isSamePackage(settings, each)
                    ? "in settings"
                    : ""
                : `${first.deployed}${runs}`;
        }),
    ]);
    const heads = chosen.map(({ environment }): Column => ({ head: environment, align: "left", least: 10 }));
    const older = packages.length - shown.length;
    const legend = [
        ...(chosen.some(({ history = [] }) => history.length > 0) ? ["* runs now"] : []),
        ...(older > 0 ? [`${older} older not shown (--json tells all)`] : []),
    ].join("; ");
    const table = plainTable([{ head: "Version", align: "left", least: 8 }, ...heads], rows, columns, colours);
    return legend === "" ? table : `${table}${indented(legend, 0, columns)}`;
}

type Package = Readonly<Record<"version" | "digest", string>>;

/** Newest first. */
function packagesOf(chosen: readonly EnvironmentReleases[]): readonly Package[] {
    const all: readonly Package[] = chosen.flatMap(({ settings, history = [] }) => [settings, ...history]);
    const distinct = new Map(all.map((each) => [`${each.version} ${each.digest}`, each]));
    return [...distinct.values()].sort(
        (a, b) => compareVersions(b.version, a.version) || (a.digest < b.digest ? -1 : 1),
    );
}

function unknownText(chosen: readonly EnvironmentReleases[], columns: number): string {
    const reasons = new Map<string, string[]>();
    for (const { environment, unknown } of chosen) {
        if (unknown !== undefined) {
            reasons.set(unknown, [...(reasons.get(unknown) ?? []), environment]);
        }
    }
    return [...reasons]
        .map(([reason, names]) => indented(`What runs in ${names.join(", ")} is not known: ${reason}.`, 0, columns))
        .join("");
}

function verificationText(
    { records, brokenGlass, problems, warnings }: Verification,
    columns: number,
    colours: Colors,
): string {
    const counted = `${records} record${records === 1 ? "" : "s"}`;
    const verdict =
        problems.length > 0
            ? `${problems.length} thing${problems.length === 1 ? " does" : "s do"} not verify:`
            : records === 0
              ? "There are no records to verify."
              : `Verified: ${counted}, each as it was written, and each release from the environment before${brokenGlass > 0 ? `, but for ${brokenGlass} that broke the glass` : ""}.`;
    return [
        indented(problems.length > 0 ? colours.red(verdict) : verdict, 0, columns),
        ...problems.map((problem) => bullet("✗", problem, columns)),
        ...warnings.map((warning) => bullet("!", warning, columns)),
    ].join("");
}

const bullet = (sign: string, text: string, columns: number): string =>
    `${sign} ${indented(text, 2, columns).slice(2)}`;
