import * as pulumi from "@pulumi/pulumi";
import type { PrivateAccess } from "../network/private-link";
import type { Place } from "../place";
import type { Tenant } from "../sql/shard-args";
import { ClosedStorageAccount } from "../storage/closed-storage-account";
import { tenantContainers } from "./tenant-containers";

export interface DocumentsStoreArgs {
    readonly place: Place;
    readonly workspaceId: pulumi.Input<string>;
    /** The networks from which applications reach the documents, one for each region. */
    readonly accesses: readonly PrivateAccess[];
    readonly tenants: readonly Pick<Tenant, "id" | "released">[];
    /** Days back to which documents can be restored in place: 1 or more, less than `softDeleteDays`. */
    readonly pointInTimeDays: number;
    /** Days that deleted documents are kept: 1 to 365. */
    readonly softDeleteDays: number;
}

/**
 * The documents that customers upload, in a private container for each tenant, copied to the region's pair.
 *
 * Applications write the documents: azure-native's `Blob` would need the account's keys, which are off.
 *
 * @throws Refusal for a region outside the European Union, a tenant id that cannot be in a container's name, and retention
 * that Azure refuses.
 */
export class DocumentsStore extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    readonly name: pulumi.Output<string>;
    /** `https://<name>.blob.core.windows.net/`. */
    readonly blobEndpoint: pulumi.Output<string>;
    /** What everything that is written into the store is over by: its log, and its last endpoint after containers and settings. */
    readonly written: readonly pulumi.Resource[];
    /** Names of the containers, sorted: plain, so that a preview shows what the daily backup covers. */
    readonly containers: readonly string[];

    constructor(name: string, args: DocumentsStoreArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:DocumentsStore", name, {}, opts);
        this.containers = tenantContainers(args.tenants);
        const account = this.account(name, args);
        this.id = account.id;
        this.name = account.name;
        this.written = [account.log, account.last];
        this.blobEndpoint = account.blobEndpoint;
        this.registerOutputs({
            id: this.id,
            name: this.name,
            blobEndpoint: this.blobEndpoint,
            containers: this.containers,
        });
    }

    private account(name: string, args: DocumentsStoreArgs): ClosedStorageAccount {
        const { place, workspaceId, accesses, softDeleteDays, pointInTimeDays, tenants } = args;
        return new ClosedStorageAccount(
            name,
            {
                place,
                workspaceId,
                accesses,
                role: "documents",
                dataClass: "customer",
                redundancy: "geo",
                recovery: { softDeleteDays, pointInTimeDays },
                containers: this.containers,
                releasedContainers: tenantContainers(tenants.filter(({ released }) => released)),
                azureBackup: true,
            },
            { parent: this },
        );
    }
}
