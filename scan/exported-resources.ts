import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A resource as it stands in an exported template. */
export interface ExportedResource {
    /** Relative to the folder of the export: `<environment>/<template>.json`. */
    readonly file: string;
    /** As the template has it: the full ARM type at the top, the last part of it inside a parent. */
    readonly kind: string;
    readonly name: string;
    readonly tags: Readonly<Record<string, string>>;
}

/** All resources of the templates in a folder with one folder for each environment, sorted by file. */
export function exportedResources(folder: string): readonly ExportedResource[] {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".json"))
        .sort()
        .flatMap((file) => resourcesIn(JSON.parse(readFileSync(join(folder, file), "utf8")), file));
}

/** The resources of a template: at its top, inside others, and in the templates that its deployments carry. */
export function resourcesIn(value: unknown, file: string): readonly ExportedResource[] {
    if (typeof value !== "object" || value === null) {
        return [];
    }
    return Object.entries(value).flatMap(([key, inner]) => [
        ...(key === "resources" && Array.isArray(inner) ? inner.map((resource) => exported(resource, file)) : []),
        ...resourcesIn(inner, file),
    ]);
}

const exported = (resource: { type: string; name: string; tags?: Record<string, string> }, file: string) => ({
    file,
    kind: resource.type,
    name: resource.name,
    tags: resource.tags ?? {},
});
