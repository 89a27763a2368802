import { dataFileOf, type Loaded } from "../settings/load-environment";
import type { Mistake } from "../settings/settings-error";
import { peopleRights } from "./people-rights";

/** Environments may share an operators' vault, and Azure takes one role for a group on a thing once: one of them gives it. */
export function sharedRights(all: readonly Loaded[]): readonly Mistake[] {
    const givers = new Map<string, Loaded>();
    const mistakes = all.flatMap((loaded) =>
        peopleRights(loaded).flatMap(({ row, roleId, scope, target }) => {
            const key = [row.objectId, roleId, scope].join(" ").toLowerCase();
            const giver = givers.get(key) ?? loaded;
            givers.set(key, giver);
            const message = `gives '${row.group}' on the ${target} what ${dataFileOf(giver.environment, "access")} gives on the same one; keep the row of one environment`;
            const path = `access[${loaded.data.access.indexOf(row)}]`;
            return giver === loaded ? [] : [{ file: dataFileOf(loaded.environment, "access"), path, message }];
        }),
    );
    // A row may stand for several roles.
    return mistakes.filter(
        ({ file, path }, index) => mistakes.findIndex((other) => other.file === file && other.path === path) === index,
    );
}
