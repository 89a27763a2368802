import { previewAnswer, type Registration } from "../cli/offline/monitor";
import { runProgram } from "../cli/offline/run-program";
import { planResource } from "../cli/plan/from-registration";
import type { PlanResource } from "../cli/plan/plan";
import { withoutVersionAliases } from "../stacks/savings";

/** What a program would create, with the questions that tests ask of it. */
export class Planned {
    constructor(readonly resources: readonly PlanResource[]) {}

    /** All resources of a type, by its token without `azure-native:`. */
    ofType(type: string): readonly PlanResource[] {
        return this.resources.filter((r) => r.type === type || r.type === `azure-native:${type}`);
    }

    /** The one resource of a type; a logical name chooses where there are more. */
    one(type: string, name?: string): PlanResource {
        const found = this.ofType(type).filter((r) => name === undefined || r.name === name);
        if (found.length !== 1) {
            const names = this.ofType(type).map((r) => r.name);
            throw new Error(
                `expected one ${type} ${name ?? ""}, found ${found.length} (of that type: ${names.join(", ")})`,
            );
        }
        return found[0] as PlanResource;
    }
}

/** Runs a program as a first preview would: what Azure decides is `{ $unknown: true }`. */
export async function planned(program: () => unknown): Promise<Planned> {
    return run(program, true, previewAnswer);
}

/**
 * Runs a program as if each resource existed: its id is `id-of-<logical name>`, its outputs are its inputs, `name-of-<logical
 * name>` and what `outputs` adds. Tests of the wiring between resources read better that way.
 */
export async function deployed(
    program: () => unknown,
    outputs: Readonly<Record<string, unknown>> = {},
): Promise<Planned> {
    return run(program, false, (r: Registration) => ({
        id: `id-of-${r.name}`,
        outputs: { ...r.inputs, name: `name-of-${r.name}`, principalId: `principal-of-${r.name}`, ...outputs },
    }));
}

async function run(
    program: () => unknown,
    preview: boolean,
    answer: (r: Registration) => { id: string; outputs: Record<string, unknown> | Registration["inputs"] },
): Promise<Planned> {
    const oracle = { answer, stackOutputs: () => undefined };
    const result = await runProgram({
        project: "figlo-advisor",
        stack: "proef",
        config: {},
        preview,
        oracle,
        // What it returns would be taken for the outputs of the stack, with a warning for each that is undefined.
        program: async () => {
            withoutVersionAliases();
            await program();
        },
    });
    return new Planned(result.registrations.map(planResource));
}
