import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";
import { diagnostics } from "../monitoring/diagnostics";
import { type PrivateAccess, PrivateLink } from "../network/private-link";
import { type DataClass, type Place, tagsFor } from "../place";
import { Refusal } from "../refusal";
import { normaliseRegion } from "../regions";
import { type BlobRecovery, recoverySettings } from "./blob-recovery";
import { closedSettings } from "./closed-settings";
import { type Redundancy, storageSku } from "./storage-redundancy";

export interface ClosedStorageAccountArgs {
    readonly place: Place;
    readonly workspaceId: pulumi.Input<string>;
    /** What the account is for, in physical names: `documents`. */
    readonly role: string;
    readonly dataClass: DataClass;
    readonly redundancy: Redundancy;
    readonly recovery: BlobRecovery;
    /** Names of its private containers. */
    readonly containers: readonly string[];
    /** Those of them that are not protected: out of the program they stay in Azure, since the lock of the account keeps them too. */
    readonly releasedContainers?: readonly string[];
    /** The networks from which it is reached, one for each region; it has no public address. */
    readonly accesses: readonly PrivateAccess[];
    /** True where Azure Backup copies its blobs to a vault. */
    readonly azureBackup: boolean;
    /** What else writes to the subnets of the accesses: endpoints in one subnet come one after the other. */
    readonly linksAfter?: readonly pulumi.Resource[];
}

/**
 * A storage account for blobs without keys, public addresses or public containers, whose deleted blobs can be brought back.
 *
 * It does not lock itself: rights and backups are declared in it later, and a lock comes after everything inside its scope. The lock
 * is the owner's last step; a policy refuses a plan without it.
 *
 * @throws Refusal for a region outside the European Union or without zones, and for retention that Azure refuses; for no access at all,
 * or two of one region.
 */
export class ClosedStorageAccount extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    readonly name: pulumi.Output<string>;
    /** `https://<name>.blob.core.windows.net/`. */
    readonly blobEndpoint: pulumi.Output<string>;
    /** Its last endpoint, after everything else that is written into the account: for the next to wait for. */
    readonly last: pulumi.Resource;
    /** Besides, its log: what waits for everything inside names it too. */
    readonly log: pulumi.Resource;

    constructor(name: string, args: ClosedStorageAccountArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:ClosedStorageAccount", name, {}, opts);
        requireAccesses(args.accesses);
        const sku = storageSku(args.place, args.redundancy);
        const settings = recoverySettings(args.recovery);
        const account = this.account(name, args, sku);
        const children = [
            this.blobService(name, args, account, settings),
            ...args.containers.map((container) => this.container(name, args, account, container)),
        ];
        this.log = this.logs(name, args, account);
        this.last = this.links(name, args, account, children);
        this.id = account.id;
        this.name = account.name;
        this.blobEndpoint = pulumi.interpolate`https://${account.name}.blob.core.windows.net/`;
        this.registerOutputs({ id: this.id, name: this.name, blobEndpoint: this.blobEndpoint });
    }

    private account(name: string, args: ClosedStorageAccountArgs, sku: string): storage.StorageAccount {
        const { place, role, dataClass, azureBackup } = args;
        return new storage.StorageAccount(
            `${name}-account`,
            {
                accountName: place.naming.global("storageAccount", place.region, role),
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                sku: { name: sku },
                ...closedSettings(azureBackup),
                tags: tagsFor(place, dataClass),
            },
            { parent: this, protect: place.protect },
        );
    }

    private blobService(
        name: string,
        { place }: ClosedStorageAccountArgs,
        account: storage.StorageAccount,
        settings: ReturnType<typeof recoverySettings>,
    ): storage.BlobServiceProperties {
        return new storage.BlobServiceProperties(
            `${name}-recovery`,
            {
                accountName: account.name,
                resourceGroupName: place.resourceGroupName,
                blobServicesName: "default",
                ...settings,
            },
            // It cannot be deleted in Azure: removing it from the program would turn every policy off.
            { parent: this, protect: place.protect },
        );
    }

    private container(
        name: string,
        { place, releasedContainers = [] }: ClosedStorageAccountArgs,
        account: storage.StorageAccount,
        containerName: string,
    ): storage.BlobContainer {
        const isReleased = place.protect && releasedContainers.includes(containerName);
        return new storage.BlobContainer(
            `${name}-${containerName}`,
            {
                accountName: account.name,
                resourceGroupName: place.resourceGroupName,
                containerName,
                publicAccess: "None",
            },
            { parent: this, protect: place.protect && !isReleased, retainOnDelete: isReleased },
        );
    }

    private logs(
        name: string,
        { workspaceId }: ClosedStorageAccountArgs,
        account: storage.StorageAccount,
    ): pulumi.Resource {
        // The account itself writes no logs; its blob service does, on a resource id of its own.
        const resourceUri = pulumi.interpolate`${account.id}/blobServices/default`;
        return diagnostics(`${name}-logs`, { resourceUri, workspaceId }, this);
    }

    /** After the account's own children and one after the other: Azure takes one change to an account at a time. */
    private links(
        name: string,
        { role, accesses, linksAfter = [] }: ClosedStorageAccountArgs,
        account: storage.StorageAccount,
        children: readonly pulumi.Resource[],
    ): pulumi.Resource {
        const after = accesses.reduce(
            (before, access) => {
                const link = new PrivateLink(
                    `${name}-link-${access.place.region}`,
                    { access, service: "blob", targetId: account.id, role, after: before },
                    { parent: this },
                );
                return [link.last];
            },
            [...children, ...linksAfter],
        );
        return after[0] as pulumi.Resource;
    }
}

function requireAccesses(accesses: readonly PrivateAccess[]): void {
    const regions = accesses.map(({ place }) => normaliseRegion(place.region));
    const twice = regions.find((region, index) => regions.indexOf(region) !== index);
    if (regions.length === 0) {
        throw new Refusal("accesses: a store without any is reached by nobody; give it at least one network");
    }
    if (twice !== undefined) {
        throw new Refusal(`accesses: '${twice}' is named twice; give each region one network`);
    }
}
