import { Secret } from "@pulumi/policy";

/**
 * The texts that the engine keeps as secrets, among the inputs that it shows to a remediation: the only place where it says which
 * (`@pulumi/policy`, deserializeProperties). Its proxy gives plain values to who reads them, so what is behind it is looked at.
 */
export function secretTexts(props: unknown, within = false): readonly string[] {
    if (typeof props === "string") {
        return within ? [props] : [];
    }
    if (props instanceof Secret) {
        return secretTexts(props.value, true);
    }
    return typeof props === "object" && props !== null
        ? Object.values(Object.getOwnPropertyDescriptors(props)).flatMap(({ value }) => secretTexts(value, within))
        : [];
}
