import type { PlanResource } from "../../cli/plan/plan";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { previewed, resolved } from "../street";

const dependencies = ({ resources }: { resources: readonly PlanResource[] }) =>
    resources.map(({ urn, propertyDependencies }) => ({ urn, propertyDependencies }));

describe("a plan that was saved", () => {
    // An output inside an `apply` adds dependencies only once it is known, which `pulumi up --plan` refuses as a violation of the plan.
    it.each(ENVIRONMENTS)("knows of every input of %s what it will depend on", async (environment) => {
        const planned = dependencies(await previewed(environment));
        expect(planned).toEqual(dependencies(await resolved(environment)));
    });
});
