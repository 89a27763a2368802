import * as pulumi from "@pulumi/pulumi";
import { databaseName } from "./tenant-id";

export interface DatabaseIdArgs {
    readonly serverId: pulumi.Input<string>;
    readonly tenantId: string;
    /** What brings the database to the server: the database as it was declared, or the failover group that copies it. */
    readonly origin: pulumi.CustomResource;
}

/**
 * Id of a tenant's database on either server. Made from the server, because the id of the declared database stays with the server
 * on which it was created; known once its origin is there, so that nothing reaches for a database that does not exist yet. It depends on
 * the origin alone: by that a reader of the plan sees whose id it will be.
 */
export const databaseId = ({ origin, ...args }: DatabaseIdArgs): pulumi.Output<string> =>
    origin.id.apply(() => withoutDependencies(idOnServer(args)));

/** The same by the server alone, for what waits for the database in another way. */
export const idOnServer = ({ serverId, tenantId }: Omit<DatabaseIdArgs, "origin">): pulumi.Output<string> =>
    pulumi.interpolate`${serverId}/databases/${databaseName(tenantId)}`;

/**
 * An output inside an `apply` adds its dependencies where it is known, and none in a first preview; `pulumi up --plan` refuses what depends
 * on more than the plan says.
 */
async function withoutDependencies(output: pulumi.Output<string>): Promise<string> {
    const { isKnown, promise } = output as unknown as Settling;
    return (await isKnown) ? promise() : (pulumi.unknown as unknown as string);
}

/** What the SDK's types leave out of an output. */
interface Settling {
    readonly isKnown: Promise<boolean>;
    readonly promise: () => Promise<string>;
}
