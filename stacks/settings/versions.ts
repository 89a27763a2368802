import { text } from "./fields";

const SEMVER = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/;

/** The version of a release; without build metadata, which has no order. */
export const version = text("a semantic version such as 3.8.0 or 3.8.0-rc.1", SEMVER);

/** Below zero when `a` is older than `b`, zero when they are the same, above zero when it is newer (semver.org, rule 11). */
export function compareVersions(a: string, b: string): number {
    const [core, pre] = split(a);
    const [otherCore, otherPre] = split(b);
    const byCore = compareParts(core, otherCore);
    if (byCore !== 0 || pre.length === 0 || otherPre.length === 0) {
        return byCore || otherPre.length - pre.length;
    }
    return compareParts(pre, otherPre) || pre.length - otherPre.length;
}

function split(text: string): readonly [readonly string[], readonly string[]] {
    const [, core = "", pre] = /^([^-]*)(?:-(.*))?$/.exec(text) ?? [];
    return [core.split("."), pre === undefined ? [] : pre.split(".")];
}

function compareParts(a: readonly string[], b: readonly string[]): number {
    for (let index = 0; index < Math.min(a.length, b.length); index++) {
        const order = comparePart(a[index] as string, b[index] as string);
        if (order !== 0) {
            return order;
        }
    }
    return 0;
}

/** Numbers by value, and before words; words by their characters. */
function comparePart(a: string, b: string): number {
    const numbers = [/^\d+$/.test(a), /^\d+$/.test(b)];
    if (numbers[0] && numbers[1]) {
        return Number(a) - Number(b);
    }
    if (numbers[0] !== numbers[1]) {
        return numbers[0] ? -1 : 1;
    }
    return a < b ? -1 : a > b ? 1 : 0;
}
