import { planEnvironment } from "../../../cli/offline/plan-environment";
import { packSettings } from "../../../cli/preview/pack-settings";
import type { GivenConfig } from "../../../policies/config";
import type { Environment } from "../../../stacks/settings/environments";
import { street } from "../../street";
import { TODAY } from "../example-stack";
import { additions } from "./additions";
import { Judge } from "./judge";
import { brokenInputs, type Mutant, type Resources } from "./mutants";
import { type Read, readsOf } from "./reads";
import { removals } from "./removals";

/** An environment as its preview judges it, and all that can be broken in it. */
export class PlannedEnvironment {
    private constructor(
        readonly environment: Environment,
        readonly resources: Resources,
        readonly given: GivenConfig,
        readonly reads: readonly Read[],
        readonly judge: Judge,
    ) {}

    static async of(environment: Environment): Promise<PlannedEnvironment> {
        const loaded = street()[environment];
        const { asked } = await planEnvironment(loaded, TODAY);
        // A copy, since what is frozen cannot be watched.
        const resources = structuredClone(asked) as Resources;
        const given = { ...packSettings(loaded), today: TODAY };
        const reads = readsOf(resources, given);
        return new PlannedEnvironment(environment, resources, given, reads, new Judge(resources, given));
    }

    *mutants(): Iterable<Mutant> {
        yield* brokenInputs(this.reads, this.resources, this.environment);
        yield* removals(this.resources);
        yield* additions(this.resources);
    }
}
