import Ajv from "ajv";
import { configSchema, SETTINGS_POLICY } from "../../policies/config-schema";
import type { PackSettings } from "../preview/pack-settings";
import { brief } from "../show/harmless";
import { WrongUse } from "../wrong-use";
import { type Fields, field, optional, readDate, readFields } from "./fields";

/** Made when it is needed: most commands read no such thing. */
const configValidator = () =>
    new Ajv({ allErrors: true }).compile({ type: "object", ...configSchema, additionalProperties: false });

const MOST_MISTAKES = 20;

const moreThan = ({ length }: readonly string[]): string =>
    length > MOST_MISTAKES ? `; and ${length - MOST_MISTAKES} more` : "";

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
        throw new WrongUse(
            `${where}: ${mistakes
                .slice(0, MOST_MISTAKES)
                .map((each) => brief(each))
                .join("; ")}${moreThan(mistakes)}`,
        );
    }
    // The date is told apart.
    const { today, ...settings } = value as PackSettings & { today?: string };
    return settings;
}

/** What a file of `pulumi preview --policy-pack-config` says. */
export interface PackFile {
    readonly settings: PackSettings;
    /** ISO date. */
    readonly today?: string;
}

/**
 * The same from the file that `pulumi preview --policy-pack-config` takes.
 *
 * @throws WrongUse also for levels of rules, which the engine reads there and a check does not.
 */
export function readPolicyConfigFile(value: unknown, label: string): PackFile {
    const file = readFields(value, label);
    const [other] = Object.keys(file).filter((key) => key !== SETTINGS_POLICY);
    if (other !== undefined) {
        throw new WrongUse(
            `${label}: '${brief(other)}' would set the level of a rule, which a check does not: each rule has the level of its ` +
                `environment. Leave it out, and write under "${SETTINGS_POLICY}" the environment or an exemption`,
        );
    }
    const where = `${label}: ${SETTINGS_POLICY}`;
    const given = field(file, SETTINGS_POLICY);
    const settings = readPolicyConfig(given, where);
    return { settings, today: optional(field(given as Fields, "today"), `${where}.today`, readDate) };
}
