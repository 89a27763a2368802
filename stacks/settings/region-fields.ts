import { z } from "zod";
import { ACTION_REGIONS } from "../../infra/monitoring/action-region";
import { normaliseRegion, REGIONS, requireEuRegion } from "../../infra/regions";
import { REGIONS_ELSEWHERE } from "./regions-elsewhere";
import { printable } from "./show";
import { closest } from "./suggest";

/** Any spelling that ARM takes; the editor offers ours. */
const spelled = (known: readonly string[], example: string) =>
    z
        .string()
        .meta({ description: `a region such as '${example}'`, anyOf: [{ enum: [...known] }, {}] })
        .transform(normaliseRegion);

/** A region's name, normalised, whatever it is. */
export const regionName = spelled(
    Object.keys(REGIONS).filter((name) => REGIONS[name]?.zonal),
    "westeurope",
);

/** True for a region inside the EU or EEA. Own keys only: a region called `constructor` is not one. */
export const isKnownInside = (name: string): boolean => Object.hasOwn(REGIONS, name);

/** Any region of Azure, wherever it lies: what a certificate covers is not ours to choose. */
export const anyRegion = regionName.superRefine((name, context) => {
    if (!isKnownInside(name) && !REGIONS_ELSEWHERE.includes(name)) {
        const near = closest(name, [...Object.keys(REGIONS), ...REGIONS_ELSEWHERE]);
        const remedy = near ? `did you mean '${near}'?` : "write it as Azure does, such as 'westeurope'";
        context.addIssue({ code: "custom", message: `'${printable(name)}' is an unknown region; ${remedy}` });
    }
});

/** The region of the action group. */
export const actionRegion = spelled(ACTION_REGIONS, ACTION_REGIONS[0] as string).refine(
    (name) => ACTION_REGIONS.includes(name),
    `is no region where the messages of alerts stay in the European Union; choose ${ACTION_REGIONS.join(" or ")}`,
);

/** The two regions of an environment; the EEA outside the EU only where the settings say so. */
export const regions = z
    .strictObject({
        primary: regionName.meta({ title: "Where the environment runs" }),
        secondary: regionName.meta({ title: "Where it runs after a failover" }),
        allowEea: z.boolean().default(false).meta({ title: "Regions in Norway are admitted (default false)" }),
    })
    .superRefine(({ primary, secondary, allowEea }, context) => {
        const first = unfit(primary, allowEea, () => `choose one of ${fitRegions(allowEea).join(", ")}`);
        const second = unfit(secondary, allowEea, () => advice(primary, allowEea));
        const add = (key: string, message: string | undefined) =>
            message && context.addIssue({ code: "custom", path: [key], message });
        add("primary", first);
        add("secondary", second);
        if (!second && primary === secondary) {
            add("secondary", `'${secondary}' is named twice; ${advice(primary, allowEea)}`);
        }
    });

/** Why a region will not do, and what will. */
function unfit(name: string, allowEea: boolean, remedy: () => string): string | undefined {
    if (isFit(name, allowEea)) {
        return undefined;
    }
    const shown = `'${printable(name)}'`;
    if (isInside(name, allowEea)) {
        return `${shown} has no availability zones; ${remedy()}`;
    }
    if (isInside(name, true)) {
        return `${shown} is not in the European Union but in the EEA, which 'allowEea' would have to admit; ${remedy()}`;
    }
    if (REGIONS_ELSEWHERE.includes(name)) {
        return `${shown} is not in the European Union; ${remedy()}`;
    }
    const near = closest(name, fitRegions(allowEea));
    return `${shown} is an unknown region; ${near ? `did you mean '${near}'?` : remedy()}`;
}

function isInside(name: string, allowEea: boolean): boolean {
    if (!isKnownInside(name)) {
        return false;
    }
    try {
        requireEuRegion(name, { allowEea });
        return true;
    } catch {
        return false;
    }
}

const isFit = (name: string, allowEea: boolean): boolean => isInside(name, allowEea) && REGIONS[name]?.zonal === true;

const fitRegions = (allowEea: boolean): readonly string[] =>
    Object.keys(REGIONS).filter((name) => isFit(name, allowEea) && REGIONS[name]?.open);

/** The pair of the first region where that will do, else every region that will. */
function advice(primary: string, allowEea: boolean): string {
    const pair = isKnownInside(primary) ? REGIONS[primary]?.pair : undefined;
    if (pair !== undefined && isFit(pair, allowEea)) {
        return `choose the pair of '${primary}': '${pair}'`;
    }
    const others = fitRegions(allowEea).filter((name) => name !== primary);
    return `choose one of ${others.join(", ")}`;
}
