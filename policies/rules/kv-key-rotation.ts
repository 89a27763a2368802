import { VAULT_KEY } from "../azure-types";
import { daysOf } from "../duration";
import type { Props } from "../model";
import { resourceRule } from "../rule";
import { found, list, text } from "../show";

export const kvKeyRotation = resourceRule([VAULT_KEY], ({ props }, report) => {
    const policy = props.properties?.rotationPolicy;
    const life = policy?.attributes?.expiryTime;
    if (daysOf(life) === 0) {
        report(found("properties.rotationPolicy.attributes.expiryTime", life));
    }
    if (!list(policy?.lifetimeActions).some((action) => rotates(action, daysOf(life)))) {
        report("properties.rotationPolicy has no action that rotates the key before it ends");
    }
});

/** Of an end that is not set nothing can be too late. */
function rotates(action: Props | undefined, life: number): boolean {
    const after = daysOf(action?.trigger?.timeAfterCreate);
    const before = daysOf(action?.trigger?.timeBeforeExpiry);
    const isInTime = [after, before].some((days) => days > 0 && (life === 0 || days < life));
    return text(action?.action?.type).toLowerCase() === "rotate" && isInTime;
}
