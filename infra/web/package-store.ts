import * as pulumi from "@pulumi/pulumi";
import type { PrivateAccess } from "../network/private-link";
import type { Place } from "../place";
import { Refusal } from "../refusal";
import { ClosedStorageAccount } from "../storage/closed-storage-account";
import { PACKAGES_CONTAINER } from "./package-names";

export interface PackageStoreArgs {
    readonly place: Place;
    readonly workspaceId: pulumi.Input<string>;
    /** The network of the region's applications and runners: each region runs from its own copy of a release. */
    readonly access: PrivateAccess;
    /** What else writes to the subnet of the access: endpoints in one subnet come one after the other. */
    readonly linkAfter?: readonly pulumi.Resource[];
}

/** Days that a deleted package can be brought back: long enough to return to the release before. */
const SOFT_DELETE_DAYS = 30;

/**
 * The release packages from which the applications of one region run. It holds no customer data, and each region has its own,
 * so zones are redundancy enough.
 *
 * @throws Refusal for a region outside the European Union or without zones.
 */
export class PackageStore extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    readonly name: pulumi.Output<string>;
    /** What everything that is written into the store is over by: its log and its endpoint. */
    readonly written: readonly pulumi.Resource[];
    /** Its endpoint's records. */
    readonly last: pulumi.Resource;

    constructor(name: string, args: PackageStoreArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:PackageStore", name, {}, opts);
        const account = new ClosedStorageAccount(
            name,
            {
                place: args.place,
                workspaceId: args.workspaceId,
                accesses: [args.access],
                role: PACKAGES_CONTAINER,
                dataClass: "operational",
                redundancy: "zone",
                recovery: { softDeleteDays: SOFT_DELETE_DAYS },
                containers: [PACKAGES_CONTAINER],
                azureBackup: false,
                linksAfter: args.linkAfter,
            },
            { parent: this },
        );
        this.id = account.id;
        this.name = account.name;
        this.last = account.last;
        this.written = [account.log, account.last];
        this.registerOutputs({ id: this.id, name: this.name });
    }

    /**
     * Where the package of a release lies: `https://<name>.blob.core.windows.net/releases/<version>-<first 12 of digest>.zip`.
     *
     * @throws Refusal for a version that does not fit in a URL, or a digest that is not hexadecimal.
     */
    packageUrl(version: string, digest: string): pulumi.Output<string> {
        return pulumi.interpolate`https://${this.name}.blob.core.windows.net/${PACKAGES_CONTAINER}/${packageName(version, digest)}`;
    }
}

function packageName(version: string, digest: string): string {
    const hex = digest.replace(/^sha256:/, "");
    if (!/^[0-9a-f]{12,}$/.test(hex)) {
        throw new Refusal(`digest '${digest}': expected the package's SHA-256 in lower case hexadecimal`);
    }
    if (!/^[0-9A-Za-z][0-9A-Za-z.-]*$/.test(version)) {
        throw new Refusal(`version '${version}': expected letters, digits, dots and hyphens, such as '2.4.1'`);
    }
    return `${version}-${hex.slice(0, 12)}.zip`;
}
