import { createHash } from "node:crypto";
import type { ResourceType } from "../../arm/resource-type";
import { CREATE_BEFORE_DELETE } from "./diff-inputs";
import type { CheckRequest } from "./provider";
import type { Props } from "./wire";

/** Names that must be GUIDs (openapi/defaults, azure-rest-api-specs#1684). */
const GUIDS = ["roleAssignmentName", "roleDefinitionId"];

/**
 * The name that azure-native gives where a program gives none: the one from before; else the logical name with eight random digits, a GUID, or for
 * what stands inside another resource the logical name as it is.
 */
export function autoName({ names }: ResourceType, { name, news, olds, seed }: CheckRequest): Props {
    const input = names.at(-1);
    if (typeof input !== "string" || news[input] !== undefined) {
        return {};
    }
    if (olds?.[input] !== undefined) {
        const flag = olds[CREATE_BEFORE_DELETE];
        return { [input]: olds[input], ...(flag === undefined ? {} : { [CREATE_BEFORE_DELETE]: flag }) };
    }
    const digits = createHash("sha256").update(seed).update(name).digest("hex");
    if (GUIDS.includes(input)) {
        return { [input]: guid(digits), [CREATE_BEFORE_DELETE]: true };
    }
    return names.length > 1
        ? { [input]: name }
        : { [input]: `${name}${digits.slice(0, 8)}`, [CREATE_BEFORE_DELETE]: true };
}

const guid = (hex: string): string =>
    [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
