import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { ENVIRONMENTS, type Environment } from "../../../stacks/settings/environments";
import type { Judge } from "./judge";
import type { Mutant } from "./mutants";
import { matches } from "./oracle";

const justified = z.strictObject({
    /** Patterns, in which `*` stands for any text. */
    at: z.array(z.string()).min(1),
    change: z.array(z.string()).min(1),
    from: z.string().default("*"),
    name: z.array(z.string()).min(1).default(["*"]),
    environments: z.array(z.enum(ENVIRONMENTS)).default([...ENVIRONMENTS]),
    why: z.string().min(15),
});

type Justification = z.infer<typeof justified>;

const JUSTIFIED: readonly Justification[] = z
    .array(justified)
    .parse(parse(readFileSync(join(__dirname, "survivors.yaml"), "utf8")));

export interface Score {
    readonly mutants: number;
    readonly found: number;
    readonly justified: number;
    /** Those that nothing found and nobody justified, in words. */
    readonly survivors: readonly string[];
    /** Those that are justified and found, in words. */
    readonly overjustified: readonly string[];
    /** Parts of entries that nothing needed. */
    readonly unneeded: readonly string[];
}

/** Whether each mutant is found, or its survival justified. */
export function scoreOf(mutants: Iterable<Mutant>, judge: Judge, environment: Environment): Score {
    const entries = JUSTIFIED.filter(({ environments }) => environments.includes(environment));
    const needed = new Set<string>();
    const decides = new Set<string>();
    const survivors: string[] = [];
    const overjustified: string[] = [];
    let [count, found] = [0, 0];
    for (const mutant of mutants) {
        count += 1;
        const reasons = entries.filter((entry) => speaksOf(entry, mutant));
        const words = `${mutant.at}: ${mutant.from} -> ${mutant.change} (${mutant.name})`;
        if (mutant.unknown ? isUndecided(mutant, judge, decides.has(mutant.at)) : isFound(mutant, judge)) {
            found += 1;
            decides.add(mutant.at);
            overjustified.push(...reasons.map(({ why }) => `${words}: ${why}`));
            continue;
        }
        reasons
            .flatMap((entry) => partsOf(entry, mutant))
            .forEach((part) => {
                needed.add(part);
            });
        if (reasons.length === 0) {
            survivors.push(words);
        }
    }
    const unneeded = entries
        .filter((entry) => isTriedIn(entry, environment))
        .flatMap((entry) => partsOf(entry))
        .filter((part) => !needed.has(part));
    return { mutants: count, found, justified: count - found - survivors.length, survivors, overjustified, unneeded };
}

/** All mutants of productie are tried: what is justified there is needed there. */
const isTriedIn = ({ environments }: Justification, environment: Environment): boolean =>
    environment === "productie" || !environments.includes("productie");

/** True for a mutant of which an entry speaks that is not of productie. */
export const isJustifiedApart = (mutant: Mutant, environment: Environment): boolean =>
    JUSTIFIED.some(
        (entry) =>
            !entry.environments.includes("productie") &&
            entry.environments.includes(environment) &&
            speaksOf(entry, mutant),
    );

const speaksOf = ({ at, from, change, name }: Justification, mutant: Mutant): boolean =>
    at.some((pattern) => matches(pattern, mutant.at)) &&
    matches(from, mutant.from) &&
    change.some((pattern) => changeMatches(pattern, mutant)) &&
    name.some((pattern) => matches(pattern, mutant.name));

/** A star is no unknown: that one must be named. */
const changeMatches = (pattern: string, { change, unknown }: Mutant): boolean =>
    unknown ? pattern === change : matches(pattern, change);

/** Every pattern of an entry, or those that match a mutant. */
function partsOf(entry: Justification, mutant?: Mutant): readonly string[] {
    return (["at", "change", "name"] as const).flatMap((key) =>
        entry[key]
            .filter(
                (pattern) =>
                    mutant === undefined ||
                    (key === "change" ? changeMatches(pattern, mutant) : matches(pattern, mutant[key])),
            )
            .map((pattern) => `${key} ${pattern}, where ${entry.why}`),
    );
}

/** One new finding is enough. What is known must be violated; what leads elsewhere or is gone may leave a rule undecided. */
function isFound({ resources, readers, at, change }: Mutant, judge: Judge): boolean {
    const mayDoubt = at.includes("->") || change === "removed";
    for (const { verdict } of judge.newFindings(resources, readers)) {
        if (verdict === "violated" || mayDoubt) {
            return true;
        }
    }
    return false;
}

/** What decides where it is known must be undecided where it is not; nothing is violated that nobody knows. */
function isUndecided({ resources, readers }: Mutant, judge: Judge, decides: boolean): boolean {
    const verdicts = [...judge.newFindings(resources, readers)].map(({ verdict }) => verdict);
    return !verdicts.includes("violated") && (verdicts.includes("undecided") || !decides);
}
