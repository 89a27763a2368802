import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One input as azure-native's typings declare it. */
export interface TypedField {
    readonly required: boolean;
    /** The TypeScript type in words, for example `pulumi.Input<number | undefined>`. */
    readonly type: string;
}

export type TypedFields = ReadonlyMap<string, TypedField>;

/** A field's type ends at its semicolon; one of a map has braces, at most one pair inside another. */
const FIELD = /(?:^|[\s{;])"?(\w+)"?(\??): ((?:\{(?:[^{}]|\{[^{}]*\})*\}|[^;{}])+);/g;
const NONE: TypedFields = new Map();

/**
 * Values of an enumeration whose name another one has taken: the SDK has one of each name in a module. Found by comparing every enumeration of the
 * types in arm/services with Microsoft's schemas.
 */
const NAMESAKES: Readonly<Record<string, readonly string[]>> = {
    "monitor.ConditionOperator": ["Equals", "GreaterThan", "GreaterThanOrEqual", "LessThan", "LessThanOrEqual"],
};

const cache = new Map<string, unknown>();

/** Everything here is read once: the typings of nested inputs alone are eight megabytes. */
function once<T>(key: string, read: () => T): T {
    if (!cache.has(key)) {
        cache.set(key, read());
    }
    return cache.get(key) as T;
}

const text = (...path: readonly string[]): string =>
    once(path.join("/"), () => {
        const file = join(dirname(require.resolve("@pulumi/azure-native/package.json")), ...path);
        return existsSync(file) ? readFileSync(file, "utf8") : "";
    });

/** The inputs of a resource type of the installed SDK, by type token; none for a class that it does not have. */
export const inputsOfClass = (type: string): TypedFields =>
    once(type, () => {
        const [, module = "", name = ""] = type.split(":");
        const file = new RegExp(`\\{ ${name}Args \\} from "\\./(\\w+)"`).exec(text(module, "index.d.ts"))?.[1];
        return file === undefined ? NONE : fieldsIn(text(module, `${file}.d.ts`), `export interface ${name}Args {`);
    });

/** The fields of a nested input, for example `sql`, `SkuArgs`. */
export const fieldsOfInput = (module: string, name: string): TypedFields =>
    once(`inputs.${module}.${name}`, () => fieldsIn(namespace(module), `    interface ${name} {`));

/** The values of an enumeration, for example of `sql`, `CreateMode`; none where they are no texts. */
export const valuesOfEnum = (module: string, name: string): readonly string[] =>
    once(`enums.${module}.${name}`, () => {
        const block = section(text("types/enums", module, "index.d.ts"), `export declare const ${name}: {`, "\n}");
        const values = [...block.matchAll(/: "([^"]*)";/g)].map(([, value = ""]) => value);
        return [...values, ...(NAMESAKES[`${module}.${name}`] ?? [])];
    });

const namespace = (module: string): string =>
    once(`namespace ${module}`, () =>
        section(text("types/input.d.ts"), `export declare namespace ${module} {`, "\n}\n"),
    );

function fieldsIn(source: string, head: string): TypedFields {
    const end = head.startsWith(" ") ? "\n    }" : "\n}";
    const body = section(source, head, end).replace(/\/\*[\s\S]*?\*\//g, "");
    return new Map(
        [...`${body};`.matchAll(FIELD)].map(([, name = "", optional, type = ""]) => [
            name,
            { required: optional === "", type: type.trim() },
        ]),
    );
}

/** What stands between a head and the end after it; nothing where there is no such head. */
function section(source: string, head: string, end: string): string {
    const start = source.indexOf(head);
    return start < 0 ? "" : source.slice(start + head.length, source.indexOf(end, start));
}
