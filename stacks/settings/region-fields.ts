import { z } from "zod";
import { ACTION_REGIONS } from "../../infra/monitoring/action-region";
import { normaliseRegion, REGIONS, requireEuRegion } from "../../infra/regions";

/** Any spelling that ARM takes; the editor offers ours. */
const spelled = (known: readonly string[]) =>
    z
        .string()
        .meta({ description: `a region such as '${known[0]}'`, anyOf: [{ enum: [...known] }, {}] })
        .transform(normaliseRegion);

/** A region's name, normalised, whatever it is. */
export const regionName = spelled(Object.keys(REGIONS).filter((name) => REGIONS[name]?.zonal));

/** The region of the action group. */
export const actionRegion = spelled(ACTION_REGIONS).refine(
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
        const first = unfit(primary, allowEea);
        const second = unfit(secondary, allowEea);
        const add = (key: string, message: string | undefined) =>
            message && context.addIssue({ code: "custom", path: [key], message });
        add("primary", first && `${first}; choose one of ${fitRegions(allowEea).join(", ")}`);
        add("secondary", second && `${second}; ${advice(primary, allowEea)}`);
        if (!second && primary === secondary) {
            add("secondary", `'${secondary}' is named twice; ${advice(primary, allowEea)}`);
        }
    });

function unfit(name: string, allowEea: boolean): string | undefined {
    if (isFit(name, allowEea)) {
        return undefined;
    }
    const shown = `'${name.slice(0, 60).replace(/[^\w -]/g, "?")}'`;
    if (!isInside(name, allowEea)) {
        return isInside(name, true)
            ? `${shown} is not in the European Union but in the EEA, which 'allowEea' would have to admit`
            : `${shown} is not in the European Union`;
    }
    return `${shown} has no availability zones`;
}

/** Own keys only: a region called `constructor` is not one. */
function isInside(name: string, allowEea: boolean): boolean {
    if (!Object.hasOwn(REGIONS, name)) {
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
    const pair = Object.hasOwn(REGIONS, primary) ? REGIONS[primary]?.pair : undefined;
    if (pair !== undefined && isFit(pair, allowEea)) {
        return `choose the pair of '${primary}': '${pair}'`;
    }
    const others = fitRegions(allowEea).filter((name) => name !== primary);
    return `choose one of ${others.join(", ")}`;
}
