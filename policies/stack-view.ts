import { holdsMark, isGiven, isObject, readable, UndecidedError, UnreadableError } from "./marks";
import type { Props, ResourceInput, ResourceView, ShownSecrets, StackView } from "./model";
import { append } from "./multi-map";
import { mentionsIn, physicalName } from "./physical-name";
import { isIdOf } from "./same-resource";
import { withoutVersion } from "./type-token";

/** Views of a stack's resources, made once and shared by all rules. */
export function stackView(resources: readonly ResourceInput[]): StackView {
    return new Stack(resources);
}

/** A view of one resource that sees no other: what the engine shows of a resource before it is made. */
export const loneView = (resource: ResourceInput): ResourceView => new View(resource);

class View implements ResourceView {
    readonly type: string;
    readonly token: string;
    private readable: Props | undefined;

    constructor(
        readonly resource: ResourceInput,
        private readonly stack?: Stack,
    ) {
        this.token = resource.type;
        this.type = withoutVersion(resource.type);
    }

    get urn(): string {
        return this.resource.urn;
    }

    get name(): string {
        return this.resource.name ?? this.urn.split("::").pop() ?? this.urn;
    }

    get inputs(): Readonly<Record<string, unknown>> {
        return this.resource.inputs;
    }

    get props(): Props {
        this.readable ??= readable(this.inputs);
        return this.readable;
    }

    get parent(): ResourceView | undefined {
        return this.resource.parent === undefined ? undefined : this.stack?.byUrn(this.resource.parent);
    }

    get isComponent(): boolean {
        const { custom, inputs, urn } = this.resource;
        // A provider's resource may have children too, but what it makes is said by inputs, and the plan holds the provider.
        return custom === undefined
            ? Object.keys(inputs).length === 0 &&
                  !this.type.includes("/") &&
                  this.stack?.isParent(urn) === true &&
                  this.stack.ofType(`pulumi:providers:${this.type.split(":")[0]}`).length === 0
            : !custom;
    }

    get secrets(): ShownSecrets {
        return this.resource.secrets ?? [];
    }

    get protect(): boolean {
        return this.resource.protect === true;
    }

    has(...path: readonly string[]): boolean {
        const at = path.reduce<unknown>(
            (value, part) => (isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined),
            this.inputs,
        );
        return isGiven(at);
    }

    references(property: string, ...types: readonly string[]): readonly ResourceView[] {
        const value = Object.hasOwn(this.inputs, property) ? this.inputs[property] : undefined;
        // What is known says itself what it refers to; a dependency may have been added to it.
        if (isGiven(value) && !holdsMark(value)) {
            return this.stack?.named(value, types) ?? [];
        }
        const wanted = this.dependenciesOf(property).filter(({ type }) => types.includes(type));
        if (wanted.length > 0) {
            return wanted;
        }
        const named = this.stack?.named(value, types) ?? [];
        if (named.length === 0 && this.dependencyUrns(property).length === 0 && holdsMark(value)) {
            throw new UnreadableError(property);
        }
        return named;
    }

    dependenciesOf(property: string): readonly ResourceView[] {
        return unique(this.dependencyUrns(property).map((urn) => this.stack?.byUrn(urn))).filter(
            (view) => view !== undefined,
        );
    }

    dependencyUrns(property: string): readonly string[] {
        const dependencies = this.resource.propertyDependencies ?? {};
        return Object.hasOwn(dependencies, property) ? unique(dependencies[property] ?? []) : [];
    }
}

class Stack implements StackView {
    readonly all: readonly View[];
    private readonly urns: ReadonlyMap<string, View>;
    private readonly parents: ReadonlySet<string | undefined>;
    private readonly types = new Map<string, View[]>();
    private readonly names = new Map<string, ReadonlyMap<string, readonly View[]>>();
    private readonly relations = new Map<string, Relation>();

    constructor(resources: readonly ResourceInput[]) {
        this.all = resources.map((resource) => new View(resource, this)).sort(byUrn);
        this.urns = new Map(this.all.map((view) => [view.urn, view]));
        this.parents = new Set(resources.map(({ parent }) => parent));
        for (const view of this.all) {
            append(this.types, view.type, view);
        }
    }

    byUrn(urn: string): View | undefined {
        return this.urns.get(urn);
    }

    isParent(urn: string): boolean {
        return this.parents.has(urn);
    }

    ofType(...types: readonly string[]): readonly View[] {
        const [only] = types;
        return types.length === 1 && only !== undefined
            ? (this.types.get(only) ?? [])
            : types.flatMap((type) => this.types.get(type) ?? []).sort(byUrn);
    }

    referrers(target: ResourceView, property: string, ...types: readonly string[]): readonly ResourceView[] {
        const key = [target.type, property, ...types].join(" ");
        const relation = this.relations.get(key) ?? this.relate(target.type, property, types);
        this.relations.set(key, relation);
        const found = relation.referrers.get(target.urn) ?? [];
        if (found.length === 0 && relation.unreadable) {
            throw relation.unreadable;
        }
        return found;
    }

    /** The resources of the given types whose own name stands in a value, or whose id as far as it is known. */
    named(value: unknown, types: readonly string[]): readonly View[] {
        const mentions = mentionsIn(value);
        return mentions.length === 0
            ? []
            : unique(
                  types.flatMap((type) =>
                      mentions.flatMap(({ name, id }) =>
                          few(this.namesOf(type).get(name), name).filter(
                              (view) => id === undefined || isIdOf(id, view) !== false,
                          ),
                      ),
                  ),
              );
    }

    private namesOf(type: string): ReadonlyMap<string, readonly View[]> {
        let names = this.names.get(type);
        if (names === undefined) {
            const made = new Map<string, View[]>();
            for (const view of this.ofType(type)) {
                const name = physicalName(view);
                if (name !== undefined) {
                    append(made, name, view);
                }
            }
            names = made;
            this.names.set(type, names);
        }
        return names;
    }

    private relate(targetType: string, property: string, types: readonly string[]): Relation {
        const referrers = new Map<string, ResourceView[]>();
        let unreadable: UnreadableError | undefined;
        for (const view of this.ofType(...types)) {
            try {
                view.references(property, targetType).forEach(({ urn }) => {
                    append(referrers, urn, view);
                });
            } catch (error) {
                if (!(error instanceof UnreadableError)) {
                    throw error;
                }
                unreadable ??= new UnreadableError(`${property} of ${view.name}`);
            }
        }
        return { referrers, unreadable };
    }
}

/** Resources of one type and name beyond which nothing tells which of them is meant; each would be compared with all others. */
const MOST_NAMESAKES = 1000;

function few(namesakes: readonly View[] = [], name: string): readonly View[] {
    if (namesakes.length > MOST_NAMESAKES) {
        throw new UndecidedError(
            `${namesakes.length} resources are called ${name}, and which of them is meant is not known`,
        );
    }
    return namesakes;
}

/** Who refers to what by one property. */
interface Relation {
    readonly referrers: ReadonlyMap<string, readonly ResourceView[]>;
    /** Set where a resource might refer to anything. */
    readonly unreadable: UnreadableError | undefined;
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

const byUrn = (a: ResourceView, b: ResourceView): number => (a.urn < b.urn ? -1 : a.urn > b.urn ? 1 : 0);
