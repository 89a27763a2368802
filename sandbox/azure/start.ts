import { join } from "node:path";
import { type SqlStandIn, startSql } from "../sql/start";
import type { StandIn, StandInOptions } from "../stand-in";
import { AzureProvider } from "./azure-provider";
import { Cloud } from "./cloud";
import { applyDrift } from "./drift";
import { Faults } from "./faults";
import { KeptCloud } from "./kept-cloud";
import { removeOrphans } from "./orphans";
import { parseFaults } from "./parse-faults";
import { RandomProvider } from "./random-provider";
import { REFUSALS } from "./refusals";
import { ResourceManager } from "./resource-manager";
import { serve } from "./serve";
import { playSites } from "./sites";

export interface AzureStandIn extends StandIn {
    readonly cloud: Cloud;
    /** What lies inside its databases. */
    readonly databases: SqlStandIn;
}

/**
 * Starts the played Azure, the two providers that lead to it and its SQL servers, on this machine.
 *
 * @throws Mistake when the faults are not understood, or change what is not there.
 */
export async function startStandIn({ folder, faults, own }: StandInOptions): Promise<AzureStandIn> {
    const trouble = parseFaults(faults);
    const cloud = folder === undefined ? new Cloud() : new KeptCloud(join(folder, "cloud.jsonl"));
    const drift = (target: Cloud) => trouble.drifts.forEach((one) => void applyDrift(target, one, own));
    // Tried on a copy: of several changes none is kept when one of them cannot be made.
    drift(new Cloud(cloud.snapshot()));
    const { sqlFaults, sqlDrifts } = trouble;
    const databases = await startSql(cloud, { folder, faults: sqlFaults, drifts: sqlDrifts, own });
    drift(cloud);
    const die = () => [azure, random].forEach((provider) => void provider.crash());
    const played = new Faults(trouble.faults, die);
    const manager = new ResourceManager(cloud, REFUSALS, played);
    const azure = await serve(new AzureProvider(manager));
    const random = await serve(new RandomProvider());
    const sites = await playSites(cloud, trouble.sick);
    return {
        cloud,
        databases,
        sites: sites.url,
        sql: databases.variable,
        debugProviders: `azure-native:${azure.port},random:${random.port}`,
        removeOrphans: (stack, held) => removeOrphans(cloud, stack, held),
        missedFaults: () => [...played.missed(), ...databases.missedFaults()],
        stop: async () => void (await Promise.all([azure.stop(), random.stop(), sites.stop(), databases.stop()])),
    };
}
