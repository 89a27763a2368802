import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv, { type ErrorObject, type ValidateFunction } from "ajv-draft-04";
import type { ArmResource } from "../arm-resource";
import { EXCEPTIONS, type Exception, excepted, OTHER_VERSIONS } from "./schema-exceptions";
import { type Schema, unknownFields } from "./unknown-fields";

interface Definition {
    /** The type as this schema spells it. */
    readonly type: string;
    readonly apiVersion: string;
    readonly schema: Schema;
    readonly validate: ValidateFunction;
    readonly document: Schema;
}

const GROUPS: Readonly<Record<ArmResource["scope"], readonly string[]>> = {
    extension: ["extension_resourceDefinitions", "resourceDefinitions"],
    resourceGroup: ["resourceDefinitions"],
    subscription: ["subscription_resourceDefinitions"],
};

/** Microsoft's schemas of resource types: a checkout of Azure/azure-resource-manager-schemas, or a part of it. */
export class MicrosoftSchemas {
    private readonly folder: string;
    private readonly ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, verbose: true });
    private readonly documents = new Map<string, Schema>();
    private readonly definitions = new Map<string, Definition | undefined>();

    constructor(folder: string) {
        this.folder = existsSync(join(folder, "schemas")) ? join(folder, "schemas") : folder;
        this.document("common", "definitions.json");
    }

    covers(resource: ArmResource): boolean {
        return this.definition(resource) !== undefined;
    }

    /** What Microsoft's schema refuses or does not know, without the listed exceptions; nothing for a type that has none. */
    errors(resource: ArmResource, exceptions: readonly Exception[] = EXCEPTIONS): string[] {
        const definition = this.definition(resource);
        if (!definition) {
            return [];
        }
        const { type, apiVersion } = definition;
        const value = { ...resource.body, type, apiVersion, name: resource.name };
        const refused = definition.validate(value) ? [] : deepest(definition.validate.errors ?? []);
        const unknown = unknownFields(definition.schema, definition.document, value);
        return [...refused, ...unknown.map((path) => `${path} is not known to the schema`)]
            .filter((error) => !excepted(resource, error, exceptions))
            .map((error) => `${resource.type} '${resource.name}': ${error}`);
    }

    private definition(resource: ArmResource): Definition | undefined {
        const key = [resource.scope, resource.type, resource.apiVersion, branchKey(resource)].join("|");
        if (!this.definitions.has(key)) {
            const [provider = ""] = resource.type.split("/");
            const versions = [resource.apiVersion, OTHER_VERSIONS[`${provider} ${resource.apiVersion}`]?.version];
            const found = versions.flatMap((version) => (version ? [this.find(resource, provider, version)] : []));
            this.definitions.set(
                key,
                found.find((one) => one !== undefined),
            );
        }
        return this.definitions.get(key);
    }

    private find(resource: ArmResource, provider: string, apiVersion: string): Definition | undefined {
        const path = join(this.folder, apiVersion);
        const prefix = provider.toLowerCase();
        const files = existsSync(path) ? readdirSync(path).filter((f) => f.toLowerCase().startsWith(prefix)) : [];
        for (const document of files.map((file) => this.document(apiVersion, file))) {
            for (const group of GROUPS[resource.scope]) {
                for (const [key, schema] of Object.entries((document[group] ?? {}) as Record<string, Schema>)) {
                    const type = schema.properties?.type?.enum?.[0] ?? "";
                    if (type.toLowerCase() === resource.type.toLowerCase()) {
                        const pointer = `#/${group}/${key}${branch(schema, resource.name)}`;
                        const $ref = `${document.id?.replace(/#$/, "")}${pointer}`;
                        const chosen = pointer.split("/").slice(1).reduce(step, document);
                        return { type, apiVersion, document, schema: chosen, validate: this.ajv.compile({ $ref }) };
                    }
                }
            }
        }
        return undefined;
    }

    private document(version: string, file: string): Schema {
        const path = join(this.folder, version, file);
        const document = this.documents.get(path) ?? (JSON.parse(readFileSync(path, "utf8")) as Schema);
        if (!this.documents.has(path)) {
            this.documents.set(path, document);
            this.ajv.addSchema(document);
        }
        return document;
    }
}

const step = (schema: Schema, key: string): Schema => (schema as unknown as Record<string, Schema>)[key] as Schema;

/** Types such as `sites/config` are a choice by the name's last segment. */
function branch(schema: Schema, name: string): string {
    const index = (schema.oneOf ?? []).findIndex((choice) => {
        const pattern = choice.properties?.name?.oneOf?.[0]?.pattern;
        return pattern !== undefined && new RegExp(pattern).test(name);
    });
    return index < 0 ? "" : `/oneOf/${index}`;
}

const branchKey = ({ segments }: ArmResource): string => (segments.length > 1 ? (segments.at(-1) ?? "") : "");

/** Each value may also be an expression, so the error that tells something is the one that lies deepest. */
function deepest(errors: readonly ErrorObject[]): string[] {
    const telling = errors.filter(({ keyword, schemaPath }) => {
        return !["oneOf", "anyOf"].includes(keyword) && !schemaPath.includes("definitions/expression");
    });
    const lies = (one: ErrorObject, other: ErrorObject): boolean =>
        other.instancePath.startsWith(`${one.instancePath}/`);
    const texts = telling
        .filter((one) => !telling.some((other) => other !== one && lies(one, other)))
        .map(({ instancePath, message, params }) => {
            const allowed = "allowedValues" in params ? `: ${(params.allowedValues as string[]).join(", ")}` : "";
            return `${instancePath.slice(1).replaceAll("/", ".") || "the resource"} ${message}${allowed}`;
        });
    return [...new Set(texts)].sort();
}
