import { harmless, quoted } from "../show/harmless";
import { WrongUse } from "../wrong-use";
import { type Fields, field, isFields } from "./fields";
import type { Given } from "./given";
import { readExport } from "./read-export";
import { readPlan, readResources } from "./read-plan";
import { readPreview } from "./read-preview";

const READS =
    'otap check reads what `otap preview --json`, `pulumi preview --json` or `pulumi stack export` prints, or { "resources": [ … ] }';

/** What other tools write, and by which keys it is known; some of it has `resources` as well. */
const OTHERS: readonly (readonly [string, (fields: Fields) => boolean])[] = [
    ["a Terraform plan or state", (fields) => Object.hasOwn(fields, "terraform_version")],
    ["an ARM template", ({ $schema }) => typeof $schema === "string" && /deploymentTemplate/i.test($schema)],
    ["a SARIF file", ({ runs }) => Array.isArray(runs)],
    ["a CloudFormation template", (fields) => Object.hasOwn(fields, "AWSTemplateFormatVersion")],
    ["a file of npm", ({ name, version }) => typeof name === "string" && typeof version === "string"],
];

/**
 * Reads a value by its shape, whatever the file is called.
 *
 * @param label what the input is called in an error
 * @throws WrongUse for what is none of the four shapes, or has something wrong in it.
 */
export function recognise(value: unknown, label: string): Given {
    const given = read(value, label);
    const empty = given.stacks.filter(({ resources }) => resources.length === 0);
    // What came out of a command that failed must not pass for a stack that keeps every rule.
    if (empty.length === given.stacks.length) {
        throw new WrongUse(`${label} holds no resources, so there is nothing to judge; check what made it`);
    }
    if (empty.length > 0) {
        const names = empty.map(({ name }) => quoted(name)).join(", ");
        throw new WrongUse(
            `${label} holds no resources of ${names}, so there is nothing to judge there; leave that out, or check what made it`,
        );
    }
    return given;
}

function read(value: unknown, label: string): Given {
    if (!isFields(value)) {
        throw new WrongUse(`${label} holds ${nameOf(value)}, not an object; ${READS}`);
    }
    const other = OTHERS.find(([, isOther]) => isOther(value));
    if (other !== undefined) {
        throw new WrongUse(`${label} is ${other[0]}; ${READS}`);
    }
    const has = (name: string): boolean => field(value, name) !== undefined;
    if (has("environments")) {
        return readPlan(value, label);
    }
    if (has("deployment")) {
        return readExport(value, label);
    }
    if (has("steps")) {
        return readPreview(value, label);
    }
    if (has("resources")) {
        return readResources(value, label);
    }
    throw new WrongUse(`${label} has ${keysOf(value)}; ${READS}`);
}

const nameOf = (value: unknown): string =>
    Array.isArray(value) ? "a list" : value === null ? "null" : `a ${typeof value}`;

function keysOf(fields: Fields): string {
    const keys = Object.keys(fields);
    const shown = keys.slice(0, 5).map((key) => `'${harmless(key.slice(0, 40))}'`);
    const more = keys.length > shown.length ? ` and ${keys.length - shown.length} more` : "";
    return keys.length === 0 ? "no keys" : `the keys ${shown.join(", ")}${more}`;
}
