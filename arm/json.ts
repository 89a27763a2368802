export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
    readonly [key: string]: Json;
}

export const isObject = (value: unknown): value is JsonObject =>
    typeof value === "object" && value !== null && !Array.isArray(value);

/** A plan's mark in place of a value that must not be shown. */
export const isSecret = (value: unknown): boolean => isObject(value) && value.$secret === true;

/** A plan's mark in place of a value that is not known before deployment. */
export const isUnknown = (value: unknown): boolean => isObject(value) && value.$unknown === true && !isSecret(value);
