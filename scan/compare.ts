import type { Accepted } from "./accepted";
import type { ScanFinding } from "./checkov-report";
import type { ExportedResource } from "./exported-resources";

/** A combination of an accepted entry that no finding has. */
export interface Unmatched {
    /** Position in the file, from 1. */
    readonly entry: number;
    readonly check: string;
    readonly kind: string;
    readonly name: string;
    readonly environment: string;
}

export interface Comparison {
    readonly unaccepted: readonly ScanFinding[];
    readonly unmatched: readonly Unmatched[];
}

/**
 * What a scan found beyond what is accepted, and what is accepted beyond what it found: each check, name and environment of an entry
 * must be needed. A finding about a resource that was not exported is never accepted.
 */
export function compare(
    findings: readonly ScanFinding[],
    accepted: readonly Accepted[],
    exported: readonly ExportedResource[],
): Comparison {
    const resources = new Map(exported.map((one) => [`${one.file}:${one.kind}.${one.name}`, one]));
    const combinations = accepted.flatMap(combinationsOf);
    const needed = new Set<Combination>();
    const unaccepted = findings.filter((finding) => {
        const resource = resources.get(`${finding.file}:${finding.resource}`);
        const matching = resource ? combinations.filter((one) => matches(one, finding, resource)) : [];
        for (const one of matching) {
            needed.add(one);
        }
        return matching.length === 0;
    });
    return {
        unaccepted,
        unmatched: combinations
            .filter((one) => !needed.has(one))
            .map(({ entry, check, kind, name, environment }) => ({ entry, check, kind, name, environment })),
    };
}

type Combination = Unmatched & Pick<Accepted, "tags">;

const combinationsOf = ({ checks, kind, names, tags, environments }: Accepted, index: number): Combination[] =>
    checks.flatMap((check) =>
        names.flatMap((name) =>
            environments.map((environment) => ({ entry: index + 1, check, kind, name, environment, tags })),
        ),
    );

const matches = (one: Combination, finding: ScanFinding, resource: ExportedResource): boolean =>
    one.check === finding.check &&
    one.kind === resource.kind &&
    one.environment === resource.file.split("/")[0] &&
    pattern(one.name).test(resource.name) &&
    Object.entries(one.tags).every(([tag, value]) => resource.tags[tag] === value);

const pattern = (name: string): RegExp =>
    new RegExp(
        `^${name
            .split("*")
            .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
            .join(".*")}$`,
    );
