import type { z } from "zod";
import { expectationOf, keyExpectationAt, keysAt, oneOf, schemaAt, valueAt } from "./expectations";
import { secretRemedy } from "./plain-secrets";
import { namesSecret } from "./secrets";
import type { Mistake } from "./settings-error";
import { show, showPath } from "./show";
import { closest } from "./suggest";

/** A mistake that does not yet know its file. */
export interface Problem {
    readonly path: readonly PropertyKey[];
    readonly message: string;
}

/** The problems of a file. */
export const asMistakes = (file: string, problems: readonly Problem[]): readonly Mistake[] =>
    problems.map(({ path, message }) => ({ file, path: showPath(path), message }));

type Issue = z.core.$ZodIssue;

/** What is wrong with a value by a schema, each as a sentence: what was found, what is allowed. */
export function problemsOf(schema: z.ZodType, value: unknown, issues: readonly Issue[]): readonly Problem[] {
    const found = issues.flatMap((issue) => explain(schema, value, issue));
    const firsts = new Map(
        found.map((problem) => [JSON.stringify([problem.path.map(String), problem.message]), problem]),
    );
    return [...firsts.values()];
}

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
    found !== undefined && message.startsWith("is ") ? `${show(found)} ${message}` : message;

/** The mistakes of the one alternative that has the value's own kind, since they say more than "none of these". */
function nearestBranch(schema: z.ZodType, root: unknown, issue: Issue): readonly Problem[] | undefined {
    const branches = issue.code === "invalid_union" ? issue.errors : [];
    const near = branches.find((branch) => branch.every((inner) => inner.path.length > 0));
    return near?.flatMap((inner) => explain(schema, root, { ...inner, path: [...issue.path, ...inner.path] }));
}

function mismatch(schema: z.ZodType, root: unknown, path: readonly PropertyKey[]): string {
    return wanted(expectationOf(schemaAt(schema, path, root)), valueAt(root, path));
}

function wanted(wants: string, found: unknown): string {
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
    if (namesSecret(key)) {
        return { path, message: secretRemedy("the name announces a secret") };
    }
    return { path, message: unknownSetting(key, keysAt(schema, path.slice(0, -1), root)) };
}

/** What to say of a key that no schema knows. */
export function unknownSetting(key: string, known: readonly string[]): string {
    const near = closest(key, known);
    return near
        ? `unknown setting; did you mean '${near}'?`
        : `unknown setting; known here: ${known.join(", ") || "none"}`;
}
