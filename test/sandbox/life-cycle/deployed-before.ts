import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "../../../sandbox/engine/engine";
import { engineVariables } from "../../../sandbox/street/engine-variables";
import { ensureStack } from "../../../sandbox/street/ensure-stack";
import type { Street } from "../../../sandbox/street/street";
import { appended, type Release } from "../../../stacks/promotion/release-history";
import type { Environment } from "../../../stacks/settings/environments";
import { NO_SITES, NO_SQL } from "../street/echo-providers";

const PROJECT = "figlo-advisor";

/** A street in which an environment has deployed releases, without the minute that it takes: a state that holds nothing else. */
export function deployedBefore(
    street: Street,
    engine: Engine,
    environment: Environment,
    releases: readonly Release[],
): void {
    const connections = { debugProviders: "", sites: NO_SITES, sql: NO_SQL };
    // The engine's own stack makes the backend what the engine expects.
    ensureStack(
        street,
        engine,
        environment,
        engineVariables({ street, engine, ...connections, inherited: process.env }),
    );
    const folder = join(street.state, ".pulumi/stacks", PROJECT);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${environment}.json`), JSON.stringify(stateWith(environment, releases)));
}

function stateWith(environment: Environment, releases: readonly Release[]): object {
    const type = "pulumi:pulumi:Stack";
    const urn = `urn:pulumi:${environment}::${PROJECT}::${type}::${PROJECT}-${environment}`;
    const entry = { environment, deployed: "2026-11-01", where: "sandbox" } as const;
    const history = releases.reduce<ReturnType<typeof appended>>(
        (before, release) => appended(before, { ...entry, ...release }),
        [],
    );
    return {
        version: 3,
        checkpoint: {
            stack: `organization/${PROJECT}/${environment}`,
            latest: {
                manifest: { time: "2026-11-01T00:00:00Z", magic: "", version: "" },
                resources: [{ urn, custom: false, type, outputs: { releases: history } }],
            },
        },
    };
}
