import * as pulumi from "@pulumi/pulumi";
import { AppServicePlan } from "../infra/web/app-service-plan";
import { PackageStore } from "../infra/web/package-store";
import type { Foundation } from "./foundation";
import type { Settings } from "./settings/settings";

export interface HostingArgs {
    readonly foundation: Foundation;
    readonly settings: Settings;
}

/** What the applications of one region run on: a plan, and the store with their release packages. */
export class Hosting extends pulumi.ComponentResource {
    readonly planId: pulumi.Output<string>;
    readonly packages: PackageStore;
    /** Where the release of the settings stands in this region. */
    readonly packageUrl: pulumi.Output<string>;

    constructor(name: string, { foundation, settings }: HostingArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:stacks:Hosting", name, {}, opts);
        const { place, monitoring, network } = foundation;
        const { workspaceId } = monitoring;
        const plan = new AppServicePlan(`${name}-plan`, { place, ...settings.web.plan, workspaceId }, { parent: this });
        this.packages = new PackageStore(
            `${name}-packages`,
            { place, workspaceId, access: network.platformAccess, linkAfter: [foundation.operatorLink.last] },
            { parent: this },
        );
        this.planId = plan.id;
        this.packageUrl = this.packages.packageUrl(settings.release.version, settings.release.digest);
        this.registerOutputs({ planId: this.planId, packageUrl: this.packageUrl });
    }
}
