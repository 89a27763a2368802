import type { Planned } from "../planned";
import { previewed, resolved } from "../street";
import { dependencyWalk } from "./dependency-walk";

/**
 * Once a delete is refused or fails, the engine (3.259.0, `performDeletes` in pkg/resource/deploy/deployment_executor.go) walks from
 * the resource to all that it depends on, over every path. It has taken minutes to hours of a full core to refuse a `pulumi destroy`.
 *
 * What keeps the paths few: wait for the last of a chain rather than for all of it, never for a whole component, which the SDK turns
 * into all its children; and give a plain name or id where the order is kept already, since each property that holds an output is a
 * path of its own beside the one in the list of dependencies.
 */
const MOST_STEPS = 2_500_000;

const total = (walk: ReadonlyMap<string, number>): number => [...walk.values()].reduce((sum, steps) => sum + steps, 0);

describe("the engine's walk after a refused delete", () => {
    it.each<[string, () => Promise<Planned>]>([
        ["a first preview", () => previewed("productie")],
        ["its state", () => resolved("productie")],
    ])("stays short from all resources of productie together, by %s", async (_, plan) => {
        expect(total(await dependencyWalk(plan))).toBeLessThan(MOST_STEPS);
    });

    it.each(["ontwikkeling", "test", "acceptatie"] as const)("stays short in %s", async (environment) => {
        expect(total(await dependencyWalk(() => previewed(environment)))).toBeLessThan(MOST_STEPS);
    });
});
