import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";
import { diagnostics } from "../monitoring/diagnostics";
import { type Place, tagsFor } from "../place";
import { Refusal } from "../refusal";
import { requireEuRegion } from "../regions";

export interface AppServicePlanArgs {
    readonly place: Place;
    /** A premium size in Azure's spelling, such as `P0v3`, `P1v3` or `P1mv4`. */
    readonly sku: string;
    /** Workers that run at all times; at least two for zone redundancy. */
    readonly instances: number;
    /** True spreads the workers over the region's availability zones. */
    readonly zoneRedundant: boolean;
    readonly workspaceId: pulumi.Input<string>;
}

/** Azure's own ceiling for a premium plan. */
const MOST_INSTANCES = 30;

/**
 * The Linux workers of one region. Premium in every environment: zone redundancy, end-to-end encryption and a minimum cipher
 * suite do not exist below it, and Traffic Manager needs Standard or better.
 *
 * @throws Refusal for a region outside the European Union, a size that is not premium, or too few workers for the zones.
 */
export class AppServicePlan extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;

    constructor(name: string, args: AppServicePlanArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:AppServicePlan", name, {}, opts);
        const tier = requirePlan(args);
        const plan = this.plan(name, args, tier);
        // A plan writes no logs, only metrics.
        const { workspaceId } = args;
        diagnostics(`${name}-metrics`, { resourceUri: plan.id, workspaceId, categories: [] }, this);
        this.id = plan.id;
        this.registerOutputs({ id: this.id });
    }

    private plan(
        name: string,
        { place, sku, instances, zoneRedundant }: AppServicePlanArgs,
        tier: string,
    ): web.AppServicePlan {
        return new web.AppServicePlan(
            `${name}-plan`,
            {
                name: place.naming.local("appServicePlan", place.region),
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                kind: "linux",
                // Without it Azure makes Windows workers, whatever the kind says.
                reserved: true,
                sku: { name: sku, tier, capacity: instances },
                perSiteScaling: false,
                zoneRedundant,
                tags: tagsFor(place, "none"),
            },
            { parent: this },
        );
    }
}

/** Checks a plan and returns the tier of its size. */
function requirePlan({ place, sku, instances, zoneRedundant }: AppServicePlanArgs): string {
    const { zonal } = requireEuRegion(place.region, place);
    const version = /^P\d+m?v([234])$/.exec(sku)?.[1];
    if (version === undefined) {
        throw new Refusal(`'${sku}' is not a premium App Service size; choose one such as 'P0v3', 'P1v3' or 'P1mv4'`);
    }
    if (!Number.isInteger(instances) || instances < 1 || instances > MOST_INSTANCES) {
        throw new Refusal(`an App Service plan has 1 to ${MOST_INSTANCES} instances, got ${instances}`);
    }
    if (zoneRedundant && instances < 2) {
        throw new Refusal(`a zone-redundant App Service plan needs at least 2 instances, got ${instances}`);
    }
    if (zoneRedundant && !zonal) {
        throw new Refusal(`'${place.region}' has no availability zones; set zoneRedundant to false or move the plan`);
    }
    return `PremiumV${version}`;
}
