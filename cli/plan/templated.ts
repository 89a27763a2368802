import type { PlanObject, PlanResource, PlanValue } from "./plan";

/** A resource that a deployment makes by its template. */
export interface TemplatedResource {
    /** As Azure Resource Manager writes it: `Microsoft.Security/pricings`. */
    readonly type: string;
    readonly name: string;
    readonly properties: PlanObject;
}

/** What a resource makes by a template; nothing for one that is no deployment. */
export function templated({ inputs }: PlanResource): readonly TemplatedResource[] {
    const resources = at(inputs, "properties", "template", "resources");
    return Array.isArray(resources)
        ? resources.flatMap((one: PlanValue) => {
              const [type, name, properties] = ["type", "name", "properties"].map((key) => at(one, key));
              return typeof type === "string"
                  ? [
                        {
                            type,
                            name: typeof name === "string" ? name : "",
                            properties: isObject(properties) ? properties : {},
                        },
                    ]
                  : [];
          })
        : [];
}

const at = (value: PlanValue | undefined, ...path: readonly string[]): PlanValue | undefined =>
    path.reduce<PlanValue | undefined>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);

const isObject = (value: PlanValue | undefined): value is PlanObject =>
    typeof value === "object" && value !== null && !Array.isArray(value);
