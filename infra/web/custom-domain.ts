import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";
import { type Place, tagsFor } from "../place";
import { Refusal } from "../refusal";
import { requireEuRegion } from "../regions";
import { requireHostName, verifiedName } from "./host-name-binding";
import { managedCertificate, requireManagedName } from "./managed-certificate";

/** Where a public name's certificate comes from. */
export type CertificateSource =
    /** A certificate that someone keeps in a vault; App Service's own principal needs to read it there. */
    | { readonly kind: "key-vault"; readonly vaultId: string; readonly secret: string }
    /** A free one that Azure makes and renews; not tried behind a standby region. */
    | { readonly kind: "managed" };

export interface CustomDomainArgs {
    readonly place: Place;
    readonly hostName: string;
    readonly siteName: pulumi.Input<string>;
    readonly planId: pulumi.Input<string>;
    readonly certificate: CertificateSource;
    /**
     * What must be over before: the traffic profile, to which the name's DNS records lead when Azure checks them, and the site's
     * configuration, since Azure takes one change to a site at a time.
     */
    readonly after: readonly pulumi.Resource[];
}

/**
 * A public name on one region's site, with its certificate. The customer's CNAME and `asuid` records must exist before.
 *
 * @throws Refusal for a region outside the European Union, a name that Traffic Manager cannot lead to, or an id that is not
 * a vault's.
 */
export class CustomDomain extends pulumi.ComponentResource {
    readonly thumbprint: pulumi.Output<string>;

    constructor(name: string, args: CustomDomainArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:CustomDomain", name, {}, opts);
        requireCustomDomain(args);
        this.thumbprint =
            args.certificate.kind === "managed"
                ? this.managed(name, args)
                : this.fromVault(name, args, args.certificate.vaultId, args.certificate.secret);
        this.registerOutputs({ thumbprint: this.thumbprint });
    }

    private fromVault(name: string, args: CustomDomainArgs, vaultId: string, secret: string): pulumi.Output<string> {
        const { place, hostName, after } = args;
        const certificate = new web.Certificate(
            `${name}-certificate`,
            {
                name: `${hostName}-${place.region}`,
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                serverFarmId: args.planId,
                keyVaultId: vaultId,
                keyVaultSecretName: secret,
                tags: tagsFor(place, "operational"),
            },
            { parent: this, protect: place.protect, dependsOn: [...after] },
        );
        // After the certificate, and so after all that comes before that.
        new web.WebAppHostNameBinding(
            `${name}-binding`,
            { ...binding(args), sslState: "SniEnabled", thumbprint: certificate.thumbprint },
            { parent: this },
        );
        return certificate.thumbprint;
    }

    private managed(name: string, args: CustomDomainArgs): pulumi.Output<string> {
        const first = new web.WebAppHostNameBinding(`${name}-binding`, binding(args), {
            parent: this,
            dependsOn: [...args.after],
            // The later TLS step writes both on this same object in Azure.
            ignoreChanges: ["sslState", "thumbprint"],
        });
        return managedCertificate(name, { ...args, binding: first }, this).thumbprint;
    }
}

const binding = ({ place, hostName, siteName }: CustomDomainArgs) => ({
    name: siteName,
    siteName,
    hostName,
    resourceGroupName: place.resourceGroupName,
    ...verifiedName,
});

function requireCustomDomain({ place, hostName, certificate }: CustomDomainArgs): void {
    requireEuRegion(place.region, place);
    requireHostName(hostName);
    if (certificate.kind === "managed") {
        requireManagedName(hostName);
    } else if (!/^\/subscriptions\/.+\/providers\/Microsoft\.KeyVault\/vaults\/[^/]+$/i.test(certificate.vaultId)) {
        throw new Refusal(`'${certificate.vaultId}' is not the id of a vault ('/subscriptions/…/vaults/<name>')`);
    }
}
