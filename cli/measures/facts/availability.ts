import { databaseWay } from "../../availability/database-way";
import type { Promised } from "../../availability/promised";
import { recoveries } from "../../availability/recovery";
import { SERVICE_LEVELS } from "../../availability/service-levels";
import { minutesAMonth, showPromise } from "../../availability/show-promise";
import { SOURCES, type SourceId } from "../../availability/sources";
import { visitorsWay } from "../../availability/visitors-way";
import { levelsOf, promiseOf, type Way, withoutLevel } from "../../availability/way";
import { PlannedResources } from "../../plan/planned-resources";
import type { Facts } from "../facts";

/** What Microsoft's published levels promise of an environment, and how it comes back; docs/availability.md has the sums. */
export const availability: Facts = {
    measure: 11,
    of: ({ resources }) => {
        const plan = new PlannedResources(resources);
        return [
            promiseSentence("application for a visitor", visitorsWay(plan)),
            promiseSentence("databases, until an operator fails over", databaseWay(plan)),
            ...recoveries(plan).map(
                ({ what, time, loss, sources }) =>
                    `when ${what}: recovery time ${time}; lost: ${loss}${cited(sources)}`,
            ),
        ];
    },
};

function promiseSentence(what: string, way: Way): string {
    const promise = promiseOf(way);
    const sources = levelsOf(way).map((id) => SERVICE_LEVELS[id].source);
    return `availability of the ${what}: ${showPromise(promise)} (${inMinutes(promise)})${openParts(way)}${cited(sources)}`;
}

const inMinutes = ({ least, most }: Promised): string =>
    least === most
        ? `at most ${minutesAMonth(least)} min away in a month`
        : `what has a level may be away ${minutesAMonth(most)} min in a month`;

function openParts(way: Way): string {
    const parts = withoutLevel(way);
    return parts.length > 0 ? `; no level is known for ${parts.join(", ")}` : "";
}

const cited = (sources: readonly SourceId[]): string => {
    const documents = [...new Set(sources)].sort().map((id) => `${SOURCES[id].title}, ${SOURCES[id].date}`);
    return documents.length > 0 ? ` [${documents.join("; ")}]` : "";
};
