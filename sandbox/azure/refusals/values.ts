import type { Json } from "../../../arm/json";
import { type Misfit, misfits } from "../body-values";
import type { Shape } from "../input-shapes";
import { tokenOf } from "../known-inputs";
import type { AzureError, CloudRequest, Refusal } from "../refusal";
import { badRequest } from "./answers";

const SDK_TYPINGS = "typings of @pulumi/azure-native 3.28";
const methods = ["PUT"] as const;

const isChoice = ({ shape, value }: Misfit): boolean => shape.kind === "enum" && typeof value === "string";
const typeOf = (value: Json): string => (Array.isArray(value) ? "array" : typeof value);
const asked = (shape: Shape): string => (shape.kind === "enum" ? "string" : shape.kind);

function answer(request: CloudRequest, meant: (misfit: Misfit) => boolean, words: (misfit: Misfit) => string) {
    const type = tokenOf({ id: request.id, type: request.arm.type });
    const found = type === undefined ? [] : misfits(type, request.arm.body).filter(meant);
    return found.length === 0
        ? undefined
        : badRequest("InvalidRequestContent", `The request content was invalid: ${found.map(words).join("; ")}.`);
}

export const VALUE_REFUSALS: readonly Refusal[] = [
    {
        id: "value-of-another-type",
        title: "A value is of its property's type: azure-native lets a truth value pass anywhere, and an object in place of a text; Azure does not.",
        source: `${SDK_TYPINGS}; code and message [U]`,
        methods,
        judge: (request): AzureError | undefined =>
            answer(
                request,
                (misfit) => !isChoice(misfit),
                ({ path, shape, value }) => `'${path}' must be ${asked(shape)}, got ${typeOf(value)}`,
            ),
    },
    {
        id: "value-not-allowed",
        title: "A value is one of its property's enumeration, in any case; azure-native does not compare them, and what is newer than the SDK is refused here too.",
        source: `${SDK_TYPINGS}; that each service refuses others, code and message [U]`,
        methods,
        judge: (request): AzureError | undefined =>
            answer(request, isChoice, ({ path, shape, value }) =>
                shape.kind === "enum" ? `'${path}' is '${value}', allowed are ${shape.values.join(", ")}` : path,
            ),
    },
];
