import { OfflineMonitor } from "../../cli/offline/monitor";
import type { PlanResource } from "../../cli/plan/plan";
import type { Planned } from "../planned";

/**
 * How many steps the engine takes from a resource to all that it depends on, by logical name. It calls itself for each dependency
 * without looking whether it has been there (`markAsDependency` in pkg/resource/graph/dependency_graph.go, called by
 * `TransitiveDependenciesOf`), and so walks every path; a resource that is named in `dependsOn` and in two properties is three
 * paths. A parent is walked once only, and not counted; a resource's provider is one step.
 */
export async function dependencyWalk(plan: () => Promise<Planned>): Promise<ReadonlyMap<string, number>> {
    const register = jest.spyOn(OfflineMonitor.prototype, "registerResource");
    const { resources } = await plan();
    const deletedWith = new Map(register.mock.calls.map(([request]) => [request.getName(), request.getDeletedwith()]));
    register.mockRestore();

    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const known = new Map<string, number>();
    const edges = ({ name, dependencies, propertyDependencies }: PlanResource) => [
        ...dependencies,
        ...Object.values(propertyDependencies).flat(),
        ...[deletedWith.get(name)].filter((urn) => urn),
    ];
    const steps = (resource: PlanResource): number => {
        const before = edges(resource).flatMap((urn) => byUrn.get(urn ?? "") ?? []);
        const count = known.get(resource.urn) ?? before.reduce((sum, each) => sum + steps(each), 2);
        known.set(resource.urn, count);
        return count;
    };
    return new Map(resources.map((resource) => [resource.name, steps(resource)]));
}
