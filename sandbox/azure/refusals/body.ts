import { isObject, type Json, type JsonObject } from "../../../arm/json";

/**
 * What stands at a path of a body, for example `properties.subnet.id`: `[]` stands for each item of a list, `{}` for each key of
 * an object. Nothing where the path leads nowhere.
 */
export function valuesAt(body: Json | undefined, path: string): readonly Json[] {
    if (path === "") {
        return body === undefined || body === null ? [] : [body];
    }
    const [, field = "", many = "", rest = ""] = /^([^.[{]+)(\[\]|\{\})?\.?(.*)$/.exec(path) ?? [];
    const value = isObject(body) ? body[field] : undefined;
    if (many === "[]") {
        return Array.isArray(value) ? (value as readonly Json[]).flatMap((item) => valuesAt(item, rest)) : [];
    }
    return many === "{}" ? (isObject(value) ? Object.keys(value) : []) : valuesAt(value, rest);
}

export const textsAt = (body: Json | undefined, path: string): readonly string[] =>
    valuesAt(body, path).filter((value) => typeof value === "string");

/** The one value at a path without `[]` and `{}`. */
export const valueAt = (body: Json | undefined, path: string): Json | undefined => valuesAt(body, path)[0];

export const textAt = (body: Json | undefined, path: string): string | undefined => textsAt(body, path)[0];

export const numberAt = (body: Json | undefined, path: string): number | undefined =>
    valuesAt(body, path).find((value) => typeof value === "number");

export const objectsAt = (body: Json | undefined, path: string): readonly JsonObject[] =>
    valuesAt(body, path).filter(isObject);

/** A location as Azure compares it: "West Europe" is `westeurope`. */
export const regionOf = (body: JsonObject | undefined): string | undefined =>
    textAt(body, "location")?.toLowerCase().replaceAll(" ", "");
