import { FAILOVER_GROUP, RESOURCE_GROUP } from "../azure-types";
import type { PackConfig } from "../config";
import { environmentsIn, environmentsInHost } from "../environment-names";
import { LOCATED } from "../located";
import { isMark } from "../marks";
import type { Environment, ResourceView, StackView } from "../model";
import { nameInput, physicalName } from "../physical-name";
import { type Place, tellPlaces } from "../places";
import { anyStackRule, type Report } from "../rule";

/** What Pulumi itself keeps: the reference to the stack before, by which a release is promoted, is none of these. */
const OF_PULUMI = /^pulumi:/;

/**
 * Judges ids, hosts of Azure's services and references to vaults, wherever they stand, as far as they are known: what is not known is
 * made from this stack's own resources. A place is another environment's where its subscription is not among those that the
 * configuration names, if it names any, or where the name of its group or of the resource bears the word for another environment and
 * this stack makes neither. Of a plan with other words nothing can be known, and nothing is said; nor of a hub in a subscription of
 * its own that bears no such word. The word in the stack's own name comes before the environment that the configuration names.
 */
export const otapNoCrossEnvReference = anyStackRule((resource, report, { stack, config }) => {
    if (OF_PULUMI.test(resource.type)) {
        return;
    }
    const isOwn = (each: Environment): boolean => ownEnvironments(resource, config.environment).includes(each);
    const names = namesOf(stack);
    judgeGroup(resource, isOwn, names, report);
    judgeParents(resource, isOwn, names, report);
    tellPlaces(resource.inputs, (path, place) => {
        if (isElsewhere(place.subscription, config)) {
            report(`${path} is in subscription ${place.subscription}, which is not this environment's`);
        }
        for (const [name, environments] of spokenOf(place, names)) {
            judgeName(path, name, environments, isOwn, report);
        }
    });
});

const isElsewhere = (subscription: string | undefined, { subscriptions }: PackConfig): boolean =>
    subscription !== undefined && subscriptions?.every((each) => each.toLowerCase() !== subscription) === true;

/** Asked only where a name bears some word. */
type IsOwn = (environment: Environment) => boolean;

/** A resource can be put into a group by name alone. */
function judgeGroup(resource: ResourceView, isOwn: IsOwn, names: Names, report: Report): void {
    const { resourceGroupName: group } = resource.inputs;
    if (resource.type !== RESOURCE_GROUP && typeof group === "string" && !isMark(group)) {
        const isMade = names.groups.has(group.toLowerCase());
        judgeName("resourceGroupName", group, isMade ? [] : environmentsIn(group), isOwn, report);
    }
}

/** What names another resource by its name alone: the one that it is a part of. */
const PARENTS: readonly string[] = [
    "accountName",
    "name",
    "profileName",
    "serverName",
    "siteName",
    "vaultName",
    "virtualNetworkName",
    "workspaceName",
];
/** Of what else has a `name`, it is its own. */
const OF_SITE = /^azure-native:web:WebApp./;

function judgeParents({ type, inputs }: ResourceView, isOwn: IsOwn, names: Names, report: Report): void {
    const parents = PARENTS.filter((each) => each !== nameInput(type) && (each !== "name" || OF_SITE.test(type)));
    for (const property of parents) {
        const name = inputs[property];
        if (typeof name === "string" && !isMark(name) && !names.all.has(name.toLowerCase())) {
            judgeName(property, name, environmentsIn(name), isOwn, report);
        }
    }
}

function judgeName(
    path: string,
    name: string,
    environments: readonly Environment[],
    isOwn: IsOwn,
    report: Report,
): void {
    const [other] = environments;
    if (other !== undefined && !environments.some(isOwn)) {
        report(`${path} speaks of ${name}, by its name of ${other}`);
    }
}

/** Names that this stack does not make, with the environments that they bear. */
function spokenOf({ group, name, host }: Place, names: Names): readonly (readonly [string, readonly Environment[]])[] {
    if (group !== undefined && names.groups.has(group)) {
        return [];
    }
    const isForeign = name !== undefined && !names.all.has(name);
    return [
        ...(group === undefined ? [] : [[group, environmentsIn(group)] as const]),
        ...(isForeign ? [[name, environmentsIn(name)] as const] : []),
        ...(host === undefined ? [] : [[host, environmentsInHost(host)] as const]),
    ];
}

/** A URN says in which stack it is: `urn:pulumi:productie-klanten-02::…`. */
function ownEnvironments({ urn }: ResourceView, configured: Environment): readonly Environment[] {
    const named = environmentsIn(/^urn:pulumi:([^:]+)::/.exec(urn)?.[1] ?? "");
    return named.length > 0 ? named : [configured];
}

/** What has a name of its own, and is no part of something else that it names. */
const HAS_OWN_HOST: ReadonlySet<string> = new Set([...LOCATED, FAILOVER_GROUP]);

interface Names {
    readonly all: ReadonlySet<string | undefined>;
    readonly groups: ReadonlySet<string | undefined>;
}

/** Kept for each stack: what it makes, by name. */
const kept = new WeakMap<StackView, Names>();

function namesOf(stack: StackView): Names {
    const names = kept.get(stack) ?? {
        all: new Set(stack.all.filter(({ type }) => HAS_OWN_HOST.has(type)).map(physicalName)),
        groups: new Set(stack.ofType(RESOURCE_GROUP).map(physicalName)),
    };
    kept.set(stack, names);
    return names;
}
