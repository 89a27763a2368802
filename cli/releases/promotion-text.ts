import type { Colors } from "picocolors/types";
import type { Environment } from "../../stacks/settings/environments";
import { settingsFileOf } from "../../stacks/settings/environments";
import { harmless } from "../show/harmless";
import { indented } from "../show/indented";
import { type Column, plainTable } from "../show/plain-table";
import type { ReleaseSettings } from "./asked-release";

/** Digits of a digest that are shown: the package is called by them too. */
export const SHOWN_DIGITS = 12;

export const shortDigest = (digest: string): string => digest.slice(0, "sha256:".length + SHOWN_DIGITS);

export interface PromotionTextArgs {
    readonly environment: Environment;
    readonly before: ReleaseSettings;
    readonly after: ReleaseSettings;
    /** Whether files that are made from the settings differ by it. */
    readonly regenerate: boolean;
    readonly columns: number;
    readonly colours: Colors;
}

/** What a promotion wrote, and what comes next. */
export function promotionText({ environment, before, after, regenerate, columns, colours }: PromotionTextArgs): string {
    const file = settingsFileOf(environment);
    const [old, now] = [shown(before), shown(after)];
    const rows = Object.keys(now)
        .filter((name) => (old[name] ?? now[name]) !== undefined)
        .map((name) => [
            name,
            ...(old[name] === now[name] ? ["", now[name] ?? ""] : [old[name] ?? "-", now[name] ?? "-"]),
        ]);
    const next = [
        ...(regenerate ? ["npm run generate"] : []),
        `npx otap preview ${environment}`,
        `git commit -m "${environment}: release ${after.version}" ${regenerate ? "--all" : file}`,
    ];
    const untold = [
        ...(after.approver === undefined ? ["approver (--approver)"] : []),
        ...(after.commit === undefined ? ["commit (--commit)"] : []),
    ];
    return [
        `${file} is written:\n`,
        plainTable(COLUMNS, rows, columns, colours),
        ...(untold.length > 0
            ? [indented(`It names no ${untold.join(" and no ")}; the pipeline may tell its own.`, 0, columns)]
            : []),
        `Next:\n${next.map((command) => `  ${command}\n`).join("")}`,
    ].join("\n");
}

const shown = (release: ReleaseSettings): Readonly<Record<string, string | undefined>> => ({
    version: release.version,
    digest: shortDigest(release.digest),
    commit: release.commit?.slice(0, SHOWN_DIGITS),
    approver: release.approver,
    rollback: release.rollback && harmless(release.rollback.reason),
    "break-glass": release.breakGlass && glassText(release.breakGlass),
});

const glassText = ({ reason, requester, approver, until }: NonNullable<ReleaseSettings["breakGlass"]>): string =>
    `until ${until}, asked by ${requester}, approved by ${approver}: ${harmless(reason)}`;

const COLUMNS: readonly Column[] = [
    { head: "", align: "left" },
    { head: "Before", align: "left", least: 12 },
    { head: "Now", align: "left", least: 19 },
];
