import type { PlanObject } from "../plan/plan";
import { brief, quoted } from "../show/harmless";
import { WrongUse } from "../wrong-use";
import { type Fields, field, optional, readFields, readFlag, readText, readTexts } from "./fields";
import type { GivenResource } from "./given";

/** The inputs of a resource in the two forms that are needed of them. */
export interface ReadInputs {
    readonly shown: PlanObject;
    readonly asked: PlanObject;
    /** Texts that must not be shown and stand in what is asked. */
    readonly secrets: readonly string[];
}

/**
 * A resource as plans, previews and states have it in common: URN, type and inputs are required.
 *
 * @param where its place, for errors
 * @param inputsOf reads its inputs
 * @throws WrongUse for a field of a wrong type.
 */
export function readResource(
    fields: Fields,
    where: string,
    inputsOf: (inputs: Fields, resource: Fields) => ReadInputs,
): GivenResource {
    const at = <T>(name: string, read: (value: unknown, where: string) => T): T =>
        read(field(fields, name), `${where}.${name}`);
    const maybe = <T>(name: string, read: (value: unknown, where: string) => T): T | undefined =>
        optional(field(fields, name), `${where}.${name}`, read);
    const urn = at("urn", readName);
    const parent = maybe("parent", readText);
    const custom = maybe("custom", readFlag);
    const inputs = inputsOf(at("inputs", readFields), fields);
    const common = {
        urn,
        type: at("type", readName),
        name: maybe("name", readName) ?? (urn.split("::").slice(3).join("::") || urn),
        ...(parent === undefined ? {} : { parent }),
        dependencies: [...(maybe("dependencies", readTexts) ?? [])].sort(),
        propertyDependencies: maybe("propertyDependencies", readDependencies) ?? {},
        protect: maybe("protect", readFlag) ?? false,
    };
    return {
        shown: { ...common, ...(custom === false ? { custom } : {}), inputs: inputs.shown },
        asked: { ...common, inputs: inputs.asked, custom, secrets: inputs.secrets },
    };
}

/** Longer than any name of the engine: its URNs hold the types of all parents, and stay within some hundreds of characters. */
const LONGEST_NAME = 2000;

/** Text of a length that a name can have. */
export function readName(value: unknown, where: string): string {
    const text = readText(value, where);
    if (text.length > LONGEST_NAME) {
        throw new WrongUse(
            `${where}: expected at most ${LONGEST_NAME} characters, found ${text.length}, which begin with ${quoted(text)}; ` +
                "check what made it",
        );
    }
    return text;
}

function readDependencies(value: unknown, where: string): Record<string, readonly string[]> {
    const entries = Object.entries(readFields(value, where))
        .map(
            ([name, urns]) => [name, [...(optional(urns, `${where}.${brief(name)}`, readTexts) ?? [])].sort()] as const,
        )
        .filter(([, urns]) => urns.length > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries);
}

/**
 * Resources without providers, sorted by URN.
 *
 * @throws WrongUse where two have one URN: what is meant cannot be known.
 */
export function inOrder(resources: readonly GivenResource[], where: string): readonly GivenResource[] {
    const own = resources
        .filter(({ shown }) => !shown.type.startsWith("pulumi:providers:"))
        .sort((a, b) => (a.shown.urn < b.shown.urn ? -1 : a.shown.urn > b.shown.urn ? 1 : 0));
    const twice = own.find(({ shown }, index) => shown.urn === own[index + 1]?.shown.urn);
    if (twice) {
        throw new WrongUse(`${where}: the URN '${brief(twice.shown.urn)}' stands there twice; a stack has each once`);
    }
    return own;
}
