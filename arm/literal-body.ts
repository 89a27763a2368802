import type { ArmResource } from "./arm-resource";
import { isObject, type Json, type JsonObject } from "./json";

/** In a template a text in brackets is an expression, unless its first bracket is doubled. */
export function literalBody({ type, body }: ArmResource): JsonObject {
    if (type !== "Microsoft.Resources/deployments") {
        return literal(body) as JsonObject;
    }
    // A nested template's own expressions stay, and mean what they mean when it is deployed alone.
    const properties = { ...(body.properties as JsonObject), expressionEvaluationOptions: { scope: "inner" } };
    return { ...body, properties };
}

function literal(value: Json): Json {
    if (typeof value === "string") {
        return value.startsWith("[") && value.endsWith("]") ? `[${value}` : value;
    }
    if (Array.isArray(value)) {
        return value.map(literal);
    }
    return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, literal(inner)]))
        : value;
}
