import { armResource } from "../../arm/arm-resource";
import { isObject, type JsonObject } from "../../arm/json";
import { RESOURCE_TYPES } from "../../arm/resource-types";
import { Mistake } from "../mistake";
import type { Cloud, CloudObject } from "./cloud";
import { replacingInputs } from "./create-only";
import { afterDelete } from "./effects";
import { placeOf, tokenOf } from "./known-inputs";
import type { Drift } from "./parse-faults";
import { isProps, type Props } from "./wire";

/**
 * Changes the cloud as somebody with a portal would, without the engine.
 *
 * @param own ARM ids: only these and what lies inside them changes; everything where left out
 * @throws Mistake where nothing of that type or name is there, or nobody could change it so.
 */
export function applyDrift(cloud: Cloud, { what, change }: Drift, own?: readonly string[]): void {
    const objects = cloud.all().filter((object) => isMeant(object, what) && (own === undefined || isIn(object, own)));
    if (objects.length === 0) {
        throw new Mistake(
            `--faults: drift ${what}: nothing of that type or name is up in the environments of this run`,
        );
    }
    for (const object of objects) {
        if (change === undefined) {
            takeAway(cloud, object);
        } else {
            requireChangeable(object, what, change.path);
            cloud.write(changed(object, change.path, change.value));
        }
    }
}

/** Deletes an object from outside, with what Azure does besides. */
export function takeAway(cloud: Cloud, object: CloudObject): void {
    const inside = cloud.inside(object.id);
    cloud.remove(object.id);
    afterDelete(cloud, object, inside, tokenOf(object) ?? "");
}

/** What the provider replaces for, and Azure changes by itself or by another call. */
const CHANGED_OTHERWISE: readonly string[] = ["administrators", "partnerServers"];

function requireChangeable(object: CloudObject, what: string, [input = ""]: readonly string[]): void {
    const type = tokenOf(object);
    const fixed = new Set(["id", "name", "type", ...(type === undefined ? [] : replacingInputs(type))]);
    if (fixed.has(input) && !CHANGED_OTHERWISE.includes(input)) {
        throw new Mistake(
            `--faults: drift ${what}: nobody can change '${input}' of ${type ?? object.type}, which Azure takes only when it is made; choose another property, or 'gone'`,
        );
    }
}

function isIn({ id }: CloudObject, own: readonly string[]): boolean {
    const path = `${id}/`.toLowerCase();
    return own.some((one) => path.startsWith(`${one}/`.toLowerCase()));
}

function isMeant(object: CloudObject, what: string): boolean {
    const token = tokenOf(object);
    const name = object.id.split("/").at(-1)?.toLowerCase();
    return token === what || token === `azure-native:${what}` || name === what.toLowerCase();
}

function changed(object: CloudObject, path: readonly string[], value: string): CloudObject {
    const outputs = withValue(object.outputs, path, value);
    const type = tokenOf(object);
    const row = type === undefined ? undefined : RESOURCE_TYPES[type];
    if (type === undefined || row === undefined) {
        return { ...object, outputs };
    }
    const [input = ""] = path;
    const { body } = armResource({ type, inputs: { ...placeOf(row, object.id), [input]: outputs[input] } });
    const properties = { ...propertiesOf(object.body), ...propertiesOf(body) };
    const inside: JsonObject = Object.keys(properties).length > 0 ? { properties } : {};
    return { ...object, outputs, body: { ...object.body, ...body, ...inside } };
}

function withValue(props: Props, [key = "", ...rest]: readonly string[], text: string): Props {
    const inner = props[key];
    const value = rest.length > 0 ? withValue(isProps(inner) ? inner : {}, rest, text) : literal(text, inner);
    return { ...props, [key]: value };
}

/** Text where text stood; else `true`, `12` and `["a"]` are what they look like. */
function literal(text: string, before: unknown): unknown {
    if (typeof before === "string") {
        return text;
    }
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}

const propertiesOf = ({ properties }: JsonObject): JsonObject => (isObject(properties) ? properties : {});
