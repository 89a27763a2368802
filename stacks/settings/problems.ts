import type { z } from "zod";
import { expectationOf, keyExpectationAt, keysAt, oneOf, otherHome, schemaAt, valueAt } from "./expectations";
import type { Problem } from "./problem";
import { namesSecret, secretRemedy } from "./secrets";
import type { Mistake } from "./settings-error";
import { show, showPath } from "./show";
import { closest } from "./suggest";

/** The problems of a file. */
export const asMistakes = (file: string, problems: readonly Problem[]): readonly Mistake[] =>
    problems.map(({ path, message }) => ({ file, path: showPath(path), message }));

/** One problem for each place: where a better one is known, the other goes. */
export const without = (problems: readonly Problem[], better: readonly Problem[]): readonly Problem[] =>
    problems.filter(({ path }) => !better.some((other) => showPath(other.path) === showPath(path)));

type Issue = z.core.$ZodIssue;

/** What is wrong with a value by a schema, each as a sentence: what was found, what is allowed. */
export function problemsOf(schema: z.ZodType, value: unknown, issues: readonly Issue[]): readonly Problem[] {
    const found = issues.flatMap((issue) => explain(schema, value, issue));
    const firsts = new Map(
        found.map((problem) => [JSON.stringify([problem.path.map(String), problem.message]), problem]),
    );
    return [...firsts.values()];
}

/** What a file lacks that holds no mapping: what it needs, rather than everything that it may hold. */
export function missingFrom(schema: z.ZodType, found: unknown): readonly Problem[] {
    const issues = schema.safeParse({}, { jitless: true }).error?.issues ?? [];
    const held = found === undefined || found === null ? "" : ` (the file holds ${show(found)})`;
    return problemsOf(schema, {}, issues).map(({ path, message }) => ({
        path,
        message: message.replace(/^is missing/, `is missing${held}`),
    }));
}

/** True for what YAML calls a mapping. */
export const isMapping = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);

function explain(schema: z.ZodType, root: unknown, issue: Issue): readonly Problem[] {
    const { path } = issue;
    switch (issue.code) {
        case "unrecognized_keys":
            return issue.keys.map((key) => unknownKey(schema, root, [...path, key]));
        case "custom":
            return [{ path, message: withSubject(issue.message, valueAt(root, path)) }];
        case "invalid_key":
            return [{ path, message: wanted(keyExpectationAt(schema, path.slice(0, -1), root), path.at(-1)) }];
        case "invalid_union":
            // The value that chooses between the alternatives of a mapping.
            if ("options" in issue && issue.options !== undefined) {
                return [{ path, message: wanted(oneOf(issue.options), valueAt(root, path)) }];
            }
            return nearestBranch(schema, root, issue) ?? [{ path, message: mismatch(schema, root, path) }];
        default:
            return [{ path, message: mismatch(schema, root, path) }];
    }
}

/** A sentence that begins with its verb is about the value itself. */
const withSubject = (message: string, found: unknown): string =>
    found !== undefined && /^(is|has) /.test(message) ? `${show(found)} ${message}` : message;

/** The mistakes of the one alternative that has the value's own kind, since they say more than "none of these". */
function nearestBranch(schema: z.ZodType, root: unknown, issue: Issue): readonly Problem[] | undefined {
    const branches = issue.code === "invalid_union" ? issue.errors : [];
    const near = branches.find((branch) => branch.every((inner) => inner.path.length > 0));
    return near?.flatMap((inner) => explain(schema, root, { ...inner, path: [...issue.path, ...inner.path] }));
}

function mismatch(schema: z.ZodType, root: unknown, path: readonly PropertyKey[]): string {
    const [at, found] = [schemaAt(schema, path, root), valueAt(root, path)];
    if (namesSecret(String(path.at(-1))) && (typeof found === "string" || typeof found === "number")) {
        return `expected ${expectationOf(at)}, got something else; if that is the secret itself, replace it`;
    }
    return `${wanted(expectationOf(at), found)}${at === undefined ? "" : quoting(at, found)}`;
}

/** YAML makes a number or a truth value of what stands without quotes, and a text of what stands in them. */
function quoting(schema: z.ZodType, found: unknown): string {
    const fits = (other: unknown): boolean => schema.safeParse(other, { jitless: true }).success;
    if (typeof found === "number" || typeof found === "boolean") {
        return fits(String(found)) ? "; put it in quotes" : "";
    }
    if (typeof found !== "string" || found.trim() === "") {
        return "";
    }
    const meant = found === "true" || found === "false" ? found === "true" : Number(found);
    return fits(meant) ? "; leave the quotes out" : "";
}

/** What was wanted and what was found. */
export function wanted(wants: string, found: unknown): string {
    if (found === undefined) {
        return `is missing; expected ${wants}`;
    }
    if (typeof found === "object" && found !== null && Object.hasOwn(found, "secure")) {
        return `expected ${wants}, got an encrypted value; no setting is a secret, so write it readable`;
    }
    return `expected ${wants}, got ${show(found)}`;
}

function unknownKey(schema: z.ZodType, root: unknown, path: readonly PropertyKey[]): Problem {
    const key = String(path.at(-1));
    const parent = path.slice(0, -1);
    const home = otherHome(schema, parent, root, key);
    if (home !== undefined) {
        return { path, message: `belongs to ${home}; remove it here` };
    }
    return { path, message: unknownSetting(key, valueAt(root, path), keysAt(schema, parent, root)) };
}

/** What to say of a key that no schema knows. A misspelt name is one, also where it announces a secret. */
export function unknownSetting(key: string, found: unknown, known: readonly string[]): string {
    const near = closest(key, known);
    if (near !== undefined) {
        return `unknown setting; did you mean '${near}'?`;
    }
    // A truth value or a number behind such a name is no secret.
    return namesSecret(key) && typeof found === "string"
        ? secretRemedy("unknown setting whose name announces a secret")
        : `unknown setting; known here: ${known.join(", ") || "none"}`;
}
