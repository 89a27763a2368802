import type { PlanResource } from "../plan/plan";
import { PlannedResources } from "../plan/planned-resources";
import { databaseWay } from "./database-way";
import { recoveries } from "./recovery";
import { SERVICE_LEVELS, type ServiceLevel } from "./service-levels";
import { minutesAMonth, showPromise } from "./show-promise";
import { SOURCES, type Source, type SourceId } from "./sources";
import { visitorsWay } from "./visitors-way";
import { isJoined, promiseOf, type Way, withoutLevel } from "./way";

/** What each environment plans, by its name, in the order of the street. */
export type PlannedStreet = Readonly<Record<string, readonly PlanResource[]>>;

/** docs/availability.md: the sums behind the facts of measure 11. */
export function availabilityDocument(street: PlannedStreet): string {
    const plans = Object.entries(street).map(([name, resources]) => [name, new PlannedResources(resources)] as const);
    return [
        "# Availability and recovery",
        "",
        "<!-- Written by: npm run generate -->",
        "",
        ...INTRODUCTION,
        "",
        ...table(
            ["environment", "application", "away in a month of 30 days", "databases", "away"],
            plans.map(([name, plan]) => {
                const [application, databases] = [promiseOf(visitorsWay(plan)), promiseOf(databaseWay(plan))];
                return [
                    name,
                    showPromise(application),
                    `${minutesAMonth(application.most)} min`,
                    showPromise(databases),
                    `${minutesAMonth(databases.most)} min`,
                ];
            }),
        ),
        "",
        ...RULES,
        "",
        "## Levels",
        "",
        ...table(["service", "level", "source", "note"], Object.values<ServiceLevel>(SERVICE_LEVELS).map(levelRow)),
        "",
        "## Sources",
        "",
        ...AGREEMENT,
        "",
        ...table(
            ["", "document", "date"],
            Object.entries<Source>(SOURCES).map(([id, { title, url, date }]) => [id, `[${title}](${url})`, date]),
        ),
        "",
        ...plans.flatMap(([name, plan]) => environmentPart(name, plan)),
    ].join("\n");
}

const levelRow = ({ service, level, source, note }: ServiceLevel): readonly string[] => [
    service,
    showPromise({ least: level, most: level }),
    source,
    note ?? "",
];

function environmentPart(name: string, plan: PlannedResources): readonly string[] {
    const application = visitorsWay(plan);
    return [
        `## ${name}`,
        "",
        ...tree(application, 0),
        "",
        `Without a published level: ${withoutLevel(application).join(", ")}.`,
        "",
        ...table(
            ["when", "recovery time (RTO)", "lost (RPO)", "source"],
            recoveries(plan).map(({ what, time, loss, sources }) => [what, time, loss, cited(sources)]),
        ),
        "",
    ];
}

const cited = (sources: readonly SourceId[]): string => (sources.length > 0 ? sources.join(", ") : "the plan");

function tree(way: Way, depth: number): readonly string[] {
    const sign = isJoined(way) ? (way.join === "series" ? ": all of" : ": one of") : "";
    const level = isJoined(way) || way.level !== undefined ? showPromise(promiseOf(way)) : "no level";
    return [
        `${"  ".repeat(depth)}- ${way.name} **${level}**${sign}`,
        ...(isJoined(way) ? way.of.flatMap((each) => tree(each, depth + 1)) : []),
    ];
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
    `| ${head.join(" | ")} |`,
    `|${head.map(() => "---").join("|")}|`,
    ...rows.map((row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`),
];

const INTRODUCTION = [
    "What Microsoft's published service levels promise of the four environments as they are planned, and how long it takes until something works",
    "again. These are sums over promises, not measurements: a level is what Microsoft gives money back below, and says nothing of the",
    "application's own faults, of releases, or of the way to the visitor.",
];

const AGREEMENT = [
    "The agreement itself, [Service Level Agreements for Microsoft Online",
    "Services](https://www.microsoft.com/licensing/docs/view/Service-Level-Agreements-SLA-for-Online-Services), was not at hand: these pages of",
    "Microsoft's quote it. The date is that of the copy that was read; levels may have been raised since. Compare before you promise them to others.",
];

const RULES = [
    "- **All of** (serial): the product of the parts. **One of** (parallel): 1 − the product of (1 − part). Both suppose that parts fail",
    "  independently, which parts on one plan or in one zone do not quite.",
    "- A part of which no published level is known may fail as often as it likes: the whole is then promised *at most* what the others allow. It is",
    "  named, never guessed.",
    "- Regions count as parallel where visitors are moved by themselves: Traffic Manager does that when the health path stops to answer 200, and it",
    "  must answer only while the back-end does. That a front-end can use the other region's back-end is left out.",
    "- The databases count as serial although each has a copy in the other region: failing over is an operator's decision, and until then they are",
    "  away. The same holds for the documents' store.",
    "- What is needed only when an instance starts is left out: release packages, operators' vaults, certificates.",
    "- What is surely promised is rounded down, and what is promised at most is rounded up.",
];
