import { planEnvironment } from "../../../cli/offline/plan-environment";
import { ENVIRONMENTS, predecessorOf } from "../../../stacks/settings/environments";
import { ROOT, street, TODAY } from "../../street";
import { deployedBefore } from "../life-cycle/deployed-before";
import { describeWithEngine } from "../with-engine";
import { agreed, type EngineSide, engineSide } from "./engine-plan";

describeWithEngine("the offline preview and the real engine", (engine) => {
    let real: EngineSide;

    beforeAll(async () => {
        real = await engineSide(engine, ROOT);
    });

    afterAll(() => real.stop());

    it.each(ENVIRONMENTS)("agree on every resource and finding of %s, and make none", async (environment) => {
        const before = predecessorOf(environment);
        if (before) {
            deployedBefore(real.street, engine, before, [street()[environment].settings.release]);
        }
        const offline = await planEnvironment(street()[environment], TODAY);
        expect(await real.plan(environment)).toEqual(agreed(offline, environment));
        expect(real.cloud.all()).toEqual([]);
    });
});
