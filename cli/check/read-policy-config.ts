import Ajv from "ajv";
import { configSchema, SETTINGS_POLICY } from "../../policies/config-schema";
import type { PackSettings } from "../preview/pack-settings";
import { harmless } from "../show/harmless";
import { WrongUse } from "../wrong-use";
import { field, readFields } from "./fields";

/** Made when it is needed: most commands read no such thing. */
const configValidator = () =>
    new Ajv({ allErrors: true }).compile({ type: "object", ...configSchema, additionalProperties: false });

/**
 * What the policy pack is told, by the schema that the engine judges it by.
 *
 * @throws WrongUse with every mistake in it.
 */
export function readPolicyConfig(value: unknown, where: string): PackSettings {
    const isConfig = configValidator();
    if (!isConfig(value)) {
        const mistakes = (isConfig.errors ?? []).map(({ instancePath, message, params }) => {
            const key = typeof params.additionalProperty === "string" ? ` '${params.additionalProperty}'` : "";
            return `${instancePath.slice(1).replaceAll("/", ".") || "it"} ${message}${key}`;
        });
        throw new WrongUse(harmless(`${where}: ${mistakes.join("; ")}`));
    }
    // The date is told apart.
    const { today, ...settings } = value as PackSettings & { today?: string };
    return settings;
}

/** The same from the file that `pulumi preview --policy-pack-config` takes. */
export const readPolicyConfigFile = (value: unknown, label: string): PackSettings =>
    readPolicyConfig(field(readFields(value, label), SETTINGS_POLICY), `${label}: ${SETTINGS_POLICY}`);
