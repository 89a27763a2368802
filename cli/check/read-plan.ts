import { ENVIRONMENTS, isEnvironment } from "../../stacks/settings/environments";
import type { PlanObject } from "../plan/plan";
import { brief, quoted } from "../show/harmless";
import { WrongUse } from "../wrong-use";
import { type Fields, field, optional, readDate, readFields, readList } from "./fields";
import type { Given, GivenResource, GivenStack } from "./given";
import { readPolicyConfig } from "./read-policy-config";
import { inOrder, readName, readResource } from "./read-resource";

const VERSION = 1;
/** What is judged as productie needs a name. */
const FOREIGN = "productie";

/** Our own plan, as `otap preview --json` and `otap check --json` print it. */
export function readPlan(plan: Fields, label: string): Given {
    const version = field(plan, "version");
    if (version !== VERSION) {
        throw new WrongUse(
            `${label}: version: expected ${VERSION}, found ${version === undefined ? "nothing" : quoted(version)}; ` +
                "make the plan with the otap that checks it",
        );
    }
    const environments = Object.entries(readFields(field(plan, "environments"), `${label}: environments`)).sort(
        ([a], [b]) => placeOf(a) - placeOf(b),
    );
    return {
        kind: "plan",
        today: optional(field(plan, "today"), `${label}: today`, readDate),
        stacks: environments.map(([name, environment]) =>
            readEnvironment(name, readFields(environment, `${label}: environments.${brief(name)}`), label),
        ),
    };
}

/** In the order of the street; JSON has them in that of their names. */
const placeOf = (name: string): number => (isEnvironment(name) ? ENVIRONMENTS.indexOf(name) : ENVIRONMENTS.length);

function readEnvironment(name: string, environment: Fields, label: string): GivenStack {
    const where = `${label}: environments.${brief(name)}`;
    if (name !== "") {
        readName(name, where);
    }
    return {
        name,
        resources: resourcesOf(environment, where),
        outputs: (optional(field(environment, "outputs"), `${where}.outputs`, readFields) ?? {}) as PlanObject,
        policyConfig: optional(field(environment, "policyConfig"), `${where}.policyConfig`, readPolicyConfig),
    };
}

/** Resources alone: a plan of whatever origin. */
export const readResources = (plan: Fields, label: string): Given => ({
    kind: "resources",
    stacks: [{ name: FOREIGN, resources: resourcesOf(plan, `${label}:`), outputs: {} }],
});

function resourcesOf(holder: Fields, where: string): readonly GivenResource[] {
    const prefix = where.endsWith(":") ? `${where} resources` : `${where}.resources`;
    const resources = readList(field(holder, "resources"), prefix).map((resource, index) => {
        const place = `${prefix}[${index}]`;
        return readResource(readFields(resource, place), place, asGiven);
    });
    return inOrder(resources, where.replace(/:$/, ""));
}

/** A plan has its marks already. */
const asGiven = (inputs: Fields) => ({ shown: inputs as PlanObject, asked: inputs as PlanObject, secrets: [] });
