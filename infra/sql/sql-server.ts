import * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";
import { requireEmails } from "../monitoring/alerts";
import { type Place, tagsFor } from "../place";
import { requireEuRegion } from "../regions";
import { type AddressRange, addressMistakes, isIPv6Range } from "./address-range";
import { type Administrators, administratorMistakes } from "./administrators";
import { firewallRules } from "./firewall";
import { mistakesOf, refuseMistakes } from "./mistakes";
import { ServerAudit } from "./server-audit";

/** Host names of servers and of failover groups end in it. */
export const SERVER_DOMAIN = "database.windows.net";

export interface SqlServerArgs {
    readonly place: Place;
    /** Tells servers in one region apart in their physical names, for example `shard-01`. */
    readonly role: string;
    readonly administrators: Administrators;
    /** Addresses that reach every database of the server. */
    readonly firewall: readonly AddressRange[];
    /**
     * Addresses that reach one of its databases, by a rule in there: on a server whose public side is closed such rules do nothing. It is
     * closed where neither list has any.
     */
    readonly databaseFirewalls: readonly AddressRange[];
    /** User-assigned identity that may use the customer-managed key. */
    readonly identityId?: pulumi.Input<string>;
    /** The identity itself, for the server to wait for; left out where another stack made it. */
    readonly identity?: pulumi.Resource;
    readonly workspaceId: pulumi.Input<string>;
    /** Who is told of a threat to the server; at least one address. */
    readonly alertEmails: readonly string[];
}

/**
 * A SQL server without passwords, closed to the public unless addresses are declared, closed outwards, and audited.
 *
 * @throws Refusal for a region outside the European Union, an address range that is too wide, an administrator that
 * is none, or no one to tell of a threat.
 */
export class SqlServer extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    readonly name: pulumi.Output<string>;
    /** What vanishes from Azure together with the server can name it in `deletedWith`. */
    readonly server: sql.Server;
    /** What changes the server last: what changes it next waits for it, and by it for all before. */
    readonly last: pulumi.Resource;

    constructor(name: string, args: SqlServerArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:SqlServer", name, {}, opts);
        const { place, firewall, administrators, workspaceId, alertEmails } = args;
        requireEuRegion(place.region, place);
        refuseMistakes(`SQL server '${name}'`, [
            ...addressMistakes("firewall", firewall),
            ...administratorMistakes("administrators", administrators),
            ...mistakesOf(() => requireEmails(alertEmails)),
        ]);
        this.server = this.build(name, args);
        this.id = this.server.id;
        this.name = this.server.name;
        const { resourceGroupName } = place;
        const on = { resourceGroupName, serverName: this.name };
        const audit = new ServerAudit(
            `${name}-audit`,
            { ...on, serverId: this.id, workspaceId, alertEmails, protect: place.protect },
            { parent: this },
        );
        // Watched before it is opened, and one change at a time: 409 ConflictingServerOperation is not repeated.
        this.last = firewallRules(`${name}-firewall`, { ...on, ranges: firewall, after: audit.last }, this);
        this.registerOutputs({ id: this.id, name: this.name });
    }

    private build(name: string, args: SqlServerArgs): sql.Server {
        const { place, administrators } = args;
        const admitted = [...args.firewall, ...args.databaseFirewalls];
        return new sql.Server(
            `${name}-server`,
            {
                serverName: place.naming.global("sqlServer", place.region, args.role),
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                version: "12.0",
                // Beside these no resource of the administrator or of Entra-only sign-in: Azure would answer that it exists.
                administrators: {
                    administratorType: "ActiveDirectory",
                    principalType: "Group",
                    login: administrators.group,
                    sid: administrators.objectId,
                    tenantId: administrators.tenantId,
                    azureADOnlyAuthentication: true,
                },
                minimalTlsVersion: "1.2",
                publicNetworkAccess: admitted.length > 0 ? "Enabled" : "Disabled",
                isIPv6Enabled: admitted.some(isIPv6Range) ? "Enabled" : "Disabled",
                restrictOutboundNetworkAccess: "Enabled",
                ...useOf(args.identityId),
                tags: tagsFor(place, "customer"),
            },
            // A change of the administrators would replace the server, and delete it first: they are changed in Azure itself.
            { parent: this, protect: place.protect, dependsOn: args.identity, ignoreChanges: ["administrators"] },
        );
    }
}

const useOf = (id: pulumi.Input<string> | undefined): Partial<sql.ServerArgs> =>
    id === undefined
        ? {}
        : {
              identity: { type: "UserAssigned", userAssignedIdentities: [id] },
              primaryUserAssignedIdentityId: id,
          };
