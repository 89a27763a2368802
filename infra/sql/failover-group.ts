import * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";
import { type Place, tagsFor } from "../place";

export interface FailoverGroupArgs {
    /** Place of the active server. */
    readonly place: Place;
    /** Tells the groups of one environment apart in their names, for example `shard-01`. */
    readonly role: string;
    /** The active server: Azure refuses to change the group on the other one. */
    readonly serverName: pulumi.Input<string>;
    /** The other server, the one partner; Azure refuses more, and a partner in the same region or in another subscription. */
    readonly partnerServerId: pulumi.Input<string>;
    /** Ids on the active server of all databases of the group: one that is left out is taken out of the group. */
    readonly databaseIds: readonly pulumi.Input<string>[];
    /** Pools and encryption of both servers, and what changes the databases on the active one. */
    readonly after: readonly pulumi.Resource[];
}

/**
 * One name for two servers: which of them answers is changed by an operator, never by Azure.
 *
 * A failover makes the partner's group the one that is changed, under another id, and Pulumi keeps the id that it knows
 * (terraform-provider-azurerm#25141). So the operator's last step is `otap failover`: the entry of the group in the state, those of its
 * databases and one setting follow; then a preview finds nothing to change. Without it the plan would replace the group, which its
 * protection refuses.
 *
 * Nothing in a program does as much. The option `import` takes a plain id, and the servers' names are known only when they are made; it also
 * compares every input with what Azure tells, which leaves `secondaryType` out (azure-rest-api-specs#25837). A second group of another name
 * is refused, since it exists (azure-native), `pulumi import` refuses what is in the state, and a refresh never changes an id.
 */
export class FailoverGroup extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    /** Name that always leads to the server that may write; known before the {@link group}, for which its users wait. */
    readonly host: pulumi.Output<string>;
    /** Name that leads to the other server, for reading. */
    readonly readOnlyHost: pulumi.Output<string>;
    readonly group: sql.FailoverGroup;

    constructor(name: string, args: FailoverGroupArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:FailoverGroup", name, {}, opts);
        this.group = this.build(name, args);
        this.id = this.group.id;
        this.host = pulumi.interpolate`${groupName(args)}.database.windows.net`;
        this.readOnlyHost = pulumi.interpolate`${groupName(args)}.secondary.database.windows.net`;
        this.registerOutputs({ id: this.id, host: this.host, readOnlyHost: this.readOnlyHost });
    }

    private build(name: string, args: FailoverGroupArgs): sql.FailoverGroup {
        const { place, after } = args;
        return new sql.FailoverGroup(
            `${name}-group`,
            {
                // Shares one name space in DNS with all SQL servers of the world, ours included.
                failoverGroupName: groupName(args),
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
            { parent: this, protect: place.protect, dependsOn: [...after] },
        );
    }
}

const groupName = ({ place, role }: FailoverGroupArgs): pulumi.Output<string> =>
    place.naming.global("failoverGroup", undefined, role);
