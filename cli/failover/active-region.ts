import { isScalar, parseDocument } from "yaml";
import type { Settings } from "../../stacks/settings/settings";
import { WrongUse } from "../wrong-use";

/** Which of the two regions of an environment. */
export type RegionRole = Settings["sql"]["activeRegion"];

export const REGION_ROLES: readonly RegionRole[] = ["primary", "secondary"];

/** Where the settings say which region writes: the key that Pulumi knows, and the field in its value. */
export const ACTIVE_REGION = { key: "figlo-advisor:sql", field: "activeRegion" } as const;

/**
 * The text of a settings file with another active region; everything else in it, comments and blanks included, stays as it is written.
 *
 * @param file what the file is called in an error
 * @throws WrongUse where no active region is written.
 */
export function withActiveRegion(text: string, role: RegionRole, file: string): string {
    const { key, field } = ACTIVE_REGION;
    const node = parseDocument(text).getIn(["config", key, field], true);
    if (!isScalar(node) || !node.range) {
        throw new WrongUse(`${file}: ${key}.${field} is missing; write ${role} there`);
    }
    const [start, end] = node.range;
    return node.value === role ? text : text.slice(0, start) + role + text.slice(end);
}

type Values = Readonly<Record<string, unknown>>;

/**
 * The same in what the engine keeps of a provider to which it gives the whole configuration, as text: that of dynamic resources. Without
 * it a preview would tell of the provider's own settings as a change.
 */
export function withActiveRegionTold<R extends { readonly inputs?: Values; readonly outputs?: Values }>(
    resource: R,
    role: RegionRole,
): R {
    const inputs = withTold(resource.inputs, role);
    const outputs = withTold(resource.outputs, role);
    return inputs === resource.inputs && outputs === resource.outputs ? resource : { ...resource, inputs, outputs };
}

function withTold(values: Values | undefined, role: RegionRole): Values | undefined {
    const { key, field } = ACTIVE_REGION;
    const told = values?.[key];
    const next = typeof told === "string" ? told.replace(new RegExp(`("${field}":\\s*)"[^"]*"`), `$1"${role}"`) : told;
    return next === told ? values : { ...values, [key]: next };
}
