import { CATALOGUE } from "../../../policies/catalogue";
import { type GivenConfig, packConfig } from "../../../policies/config";
import { idsOf, judgeStack } from "../../../policies/evaluate";
import { isMark } from "../../../policies/marks";
import type { ResourceInput, ResourceView, StackView } from "../../../policies/model";
import { stackView } from "../../../policies/stack-view";

/** Keys and positions, from the inputs of a resource: `["securityRules", "0", "access"]`. */
export type Path = readonly string[];

/** What a rule asked of a resource, by name: an input, its reference to another resource, or whether it is protected. */
export interface Read {
    readonly rule: string;
    /** Whether the rule saw the other resources as well. */
    readonly needsStack: boolean;
    readonly urn: string;
    readonly what: "input" | "reference" | "protect";
    readonly path: Path;
}

type Record = (what: Read["what"], path: Path) => void;

/** What every rule of the catalogue reads by name of every resource. What a rule only walks through in search of something is no read. */
export function readsOf(resources: readonly ResourceInput[], given: GivenConfig): readonly Read[] {
    const config = packConfig(given);
    const reads = new Map<string, Read>();
    for (const rule of CATALOGUE) {
        const needsStack = rule.check.needs === "stack";
        const recorded = new RecordedStack(stackView(resources), (urn) => (what, path) => {
            reads.set([rule.id, urn, what, ...path].join("\n"), { rule: rule.id, needsStack, urn, what, path });
        });
        judgeStack(rule, { config, ruleIds: idsOf(CATALOGUE), stack: recorded });
    }
    return [...reads.values()];
}

class RecordedStack implements StackView {
    private readonly views = new Map<ResourceView, ResourceView>();

    constructor(
        private readonly stack: StackView,
        private readonly recorder: (urn: string) => Record,
    ) {}

    get all(): readonly ResourceView[] {
        return this.stack.all.map(this.recorded);
    }

    byUrn(urn: string): ResourceView | undefined {
        const found = this.stack.byUrn(urn);
        return found && this.recorded(found);
    }

    ofType(...types: readonly string[]): readonly ResourceView[] {
        return this.stack.ofType(...types).map(this.recorded);
    }

    referrers(target: ResourceView, property: string, ...types: readonly string[]): readonly ResourceView[] {
        for (const { urn } of this.stack.ofType(...types)) {
            this.recorder(urn)("reference", [property]);
        }
        return this.stack.referrers(target, property, ...types).map(this.recorded);
    }

    private readonly recorded = (view: ResourceView): ResourceView => {
        const made = this.views.get(view) ?? this.record(view);
        this.views.set(view, made);
        return made;
    };

    private record(view: ResourceView): ResourceView {
        const record = this.recorder(view.urn);
        const referring = (property: string): void => {
            record("reference", [property]);
        };
        const onInput = (path: Path): void => {
            record("input", path);
        };
        const all = (views: readonly ResourceView[]) => views.map(this.recorded);
        const recorded = this.recorded;
        return {
            urn: view.urn,
            type: view.type,
            token: view.token,
            name: view.name,
            isComponent: view.isComponent,
            secrets: view.secrets,
            props: watched(view.props, [], onInput),
            inputs: watched(view.inputs, [], onInput),
            get parent() {
                return view.parent && recorded(view.parent);
            },
            get protect() {
                record("protect", []);
                return view.protect;
            },
            has: (...path) => {
                onInput(path);
                return view.has(...path);
            },
            references: (property, ...types) => {
                referring(property);
                return all(view.references(property, ...types));
            },
            dependenciesOf: (property) => {
                referring(property);
                return all(view.dependenciesOf(property));
            },
            dependencyUrns: (property) => {
                referring(property);
                return view.dependencyUrns(property);
            },
        };
    }
}

/** Tells of each key that is asked for by its name, and not of those that come along where all are listed, as by `Object.entries`. */
function watched<T extends object>(container: T, path: Path, tell: (path: Path) => void, walked = false): T {
    const isList = Array.isArray(container);
    const listed = new Set<string | symbol>();
    let described: string | symbol | undefined;
    const ask = (key: string | symbol, comesAlong: boolean): void => {
        if (
            typeof key === "string" &&
            !comesAlong &&
            !key.startsWith("$") &&
            (!isList || (!walked && /^\d+$/.test(key)))
        ) {
            tell([...path, key]);
        }
    };
    const inside = (key: string | symbol, value: unknown, comesAlong: boolean): unknown =>
        typeof key === "string" && typeof value === "object" && value !== null && !isMark(value)
            ? watched(value, [...path, key], tell, Array.isArray(value) && (comesAlong || (isList && walked)))
            : value;
    return new Proxy(container, {
        get: (target, key) => {
            const comesAlong = described === key;
            described = undefined;
            ask(key, comesAlong);
            return inside(key, Reflect.get(target, key), comesAlong);
        },
        getOwnPropertyDescriptor: (target, key) => {
            const comesAlong = listed.delete(key);
            described = comesAlong ? key : undefined;
            ask(key, comesAlong);
            const own = Reflect.getOwnPropertyDescriptor(target, key);
            return own && "value" in own ? { ...own, value: inside(key, own.value, comesAlong) } : own;
        },
        ownKeys: (target) => {
            const keys = Reflect.ownKeys(target);
            keys.forEach((key) => {
                listed.add(key);
            });
            return keys;
        },
    });
}
