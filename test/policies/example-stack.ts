import { CATALOGUE } from "../../policies/catalogue";
import { type GivenConfig, packConfig } from "../../policies/config";
import { idsOf, judgeStack } from "../../policies/evaluate";
import type { ResourceInput } from "../../policies/model";
import type { Rule } from "../../policies/rule";
import { stackView } from "../../policies/stack-view";

export const TODAY = "2026-11-23";
export const UNKNOWN = { $unknown: true };
export const SECRET = { $secret: true };

type Inputs = Record<string, unknown>;

/** What a resource of an example refers to: for each input, names of other resources of the example. */
export type References = Readonly<Record<string, readonly string[]>>;

export const urnOf = (type: string, name: string): string => `urn:pulumi:productie::figlo-advisor::${type}::${name}`;

/** Resources of an example by name; each change gives another example. */
export class ExampleStack {
    constructor(private readonly byName: ReadonlyMap<string, ResourceInput> = new Map()) {}

    get resources(): readonly ResourceInput[] {
        return [...this.byName.values()];
    }

    /** Adds or replaces a resource; an input that refers to others is unknown unless it is given. */
    plus(type: string, name: string, inputs: Inputs, references: References = {}, protect = false): ExampleStack {
        const token = type.split(":").length === 3 ? type : `azure-native:${type}`;
        const unknowns = Object.fromEntries(Object.keys(references).map((property) => [property, UNKNOWN]));
        const propertyDependencies = Object.fromEntries(
            Object.entries(references).map(([property, names]) => [property, names.map((each) => this.urn(each))]),
        );
        const urn = urnOf(token, name);
        return this.put(name, {
            urn,
            type: token,
            name,
            inputs: { ...unknowns, ...inputs },
            propertyDependencies,
            protect,
        });
    }

    /** Sets an input, given by its path: `siteConfig.minTlsVersion`. */
    set(name: string, path: string, value: unknown): ExampleStack {
        return this.change(name, (resource) => ({ ...resource, inputs: at(resource.inputs, path.split("."), value) }));
    }

    unset(name: string, path: string): ExampleStack {
        return this.set(name, path, undefined);
    }

    without(...names: readonly string[]): ExampleStack {
        return new ExampleStack(new Map([...this.byName].filter(([name]) => !names.includes(name))));
    }

    change(name: string, how: (resource: ResourceInput) => ResourceInput): ExampleStack {
        return this.put(name, how(this.get(name)));
    }

    map(how: (resource: ResourceInput) => ResourceInput): ExampleStack {
        return new ExampleStack(new Map([...this.byName].map(([name, resource]) => [name, how(resource)])));
    }

    get(name: string): ResourceInput {
        const resource = this.byName.get(name);
        if (!resource) {
            throw new Error(`the example has no ${name}; it has ${[...this.byName.keys()].join(", ")}`);
        }
        return resource;
    }

    urn(name: string): string {
        return this.get(name).urn;
    }

    /** What a rule finds: `<resource>: <message>`, with `undecided` before the message where it is. */
    found(rule: string, config: Partial<GivenConfig> = {}): readonly string[] {
        const context = {
            config: packConfig({ today: TODAY, ...config }),
            ruleIds: idsOf(CATALOGUE),
            stack: stackView(this.resources),
        };
        return judgeStack(ruleOf(rule), context).map(
            ({ urn, verdict, message }) =>
                `${urn.split("::").pop()}: ${verdict === "undecided" ? "undecided, " : ""}${message}`,
        );
    }

    private put(name: string, resource: ResourceInput): ExampleStack {
        return new ExampleStack(new Map([...this.byName, [name, resource]]));
    }
}

export function ruleOf(id: string): Rule {
    const rule = CATALOGUE.find((row) => row.id === id);
    if (!rule) {
        throw new Error(`there is no rule ${id}`);
    }
    return rule;
}

function at(inputs: Readonly<Inputs>, [key = "", ...rest]: readonly string[], value: unknown): Inputs {
    const { [key]: old, ...others } = inputs;
    if (rest.length === 0) {
        return value === undefined ? others : { ...inputs, [key]: value };
    }
    return { ...inputs, [key]: at((old ?? {}) as Inputs, rest, value) };
}
