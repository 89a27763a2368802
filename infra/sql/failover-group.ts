import * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";
import { type Place, tagsFor } from "../place";

export interface FailoverGroupArgs {
    /** Place of the primary server. */
    readonly place: Place;
    /** Tells the groups of one environment apart in their names, for example `shard-01`. */
    readonly role: string;
    readonly serverName: pulumi.Input<string>;
    /** The one partner; Azure refuses more, and a partner in the same region or in another subscription. */
    readonly partnerServerId: pulumi.Input<string>;
    /** Ids of all databases of the group: one that is left out is taken out of the group. */
    readonly databaseIds: readonly pulumi.Input<string>[];
    /** Pools, encryption and settings of the databases, on both servers. */
    readonly after: readonly pulumi.Resource[];
}

/** One name for two servers: which of them answers is changed by an operator, never by Azure. */
export class FailoverGroup extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    /** Name that always leads to the server that may write. */
    readonly host: pulumi.Output<string>;
    /** Name that leads to the other server, for reading. */
    readonly readOnlyHost: pulumi.Output<string>;
    readonly group: sql.FailoverGroup;

    constructor(name: string, { after, ...args }: FailoverGroupArgs, opts?: pulumi.ComponentResourceOptions) {
        // Resources stay out of the component's inputs, where the engine would hand them around by reference.
        super("figlo:infra:FailoverGroup", name, {}, opts);
        this.group = this.build(name, args, [...after]);
        this.id = this.group.id;
        this.host = pulumi.interpolate`${this.group.name}.database.windows.net`;
        this.readOnlyHost = pulumi.interpolate`${this.group.name}.secondary.database.windows.net`;
        this.registerOutputs({ id: this.id, host: this.host, readOnlyHost: this.readOnlyHost });
    }

    private build(
        name: string,
        args: Omit<FailoverGroupArgs, "after">,
        dependsOn: pulumi.Resource[],
    ): sql.FailoverGroup {
        const { place } = args;
        return new sql.FailoverGroup(
            `${name}-group`,
            {
                // Shares one name space in DNS with all SQL servers of the world, ours included.
                failoverGroupName: place.naming.global("failoverGroup", undefined, args.role),
                serverName: args.serverName,
                resourceGroupName: place.resourceGroupName,
                partnerServers: [{ id: args.partnerServerId }],
                // Azure refuses a grace period beside 'Manual'; 'Automatic' would wait an hour or more for Microsoft.
                readWriteEndpoint: { failoverPolicy: "Manual" },
                readOnlyEndpoint: { failoverPolicy: "Disabled" },
                secondaryType: "Geo",
                databases: [...args.databaseIds],
                tags: tagsFor(place, "customer"),
            },
            { parent: this, protect: place.protect, dependsOn },
        );
    }
}
