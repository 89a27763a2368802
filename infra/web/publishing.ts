import * as web from "@pulumi/azure-native/web";
import type * as pulumi from "@pulumi/pulumi";

export interface PublishingArgs {
    readonly resourceGroupName: pulumi.Input<string>;
    readonly siteName: pulumi.Input<string>;
    /** The write to the same site that must be over first. */
    readonly after: pulumi.Resource;
}

/**
 * Turns publishing with a user name and password off, for FTP and for the SCM site: Azure's default allows both. Removing these
 * from the program allows both again. Returns the last write.
 */
export function publishing(name: string, args: PublishingArgs, parent: pulumi.Resource): pulumi.Resource {
    const refused = { name: args.siteName, resourceGroupName: args.resourceGroupName, allow: false };
    const ftp = new web.WebAppFtpAllowed(`${name}-ftp`, refused, { parent, dependsOn: [args.after] });
    return new web.WebAppScmAllowed(`${name}-scm`, refused, { parent, dependsOn: [ftp] });
}
