import * as resources from "@pulumi/azure-native/resources";
import * as web from "@pulumi/azure-native/web";
import type * as pulumi from "@pulumi/pulumi";
import { type Place, tagsFor } from "../place";
import { Refusal } from "../refusal";
import { verifiedName } from "./host-name-binding";

export interface ManagedCertificateArgs {
    readonly place: Place;
    readonly hostName: string;
    readonly siteName: pulumi.Input<string>;
    readonly planId: pulumi.Input<string>;
    /** The name's binding without TLS: Azure makes no certificate for a name that is not bound. */
    readonly binding: web.WebAppHostNameBinding;
}

/** Azure's limit for the names of its free certificates. */
const LONGEST_NAME = 64;

/**
 * Azure's free certificate for a bound name, and its TLS, in one deployment.
 *
 * The binding needs the certificate's thumbprint and the certificate needs the binding (pulumi-azure-native#578, open since
 * 2020; the usual way is two deployments). So the binding is written twice: first by Pulumi without TLS, then by a template.
 * Unverified: whether the certificate of a standby region is renewed while Traffic Manager leads to the other one.
 *
 * @throws Refusal for a name that is longer than Azure's limit.
 */
export function managedCertificate(
    name: string,
    args: ManagedCertificateArgs,
    parent: pulumi.Resource,
): web.Certificate {
    requireManagedName(args.hostName);
    const { place, hostName, planId, binding } = args;
    const certificate = new web.Certificate(
        `${name}-certificate`,
        {
            // Two managed certificates for one name collide in one resource group: the region tells them apart, and each
            // region has its own group.
            name: `${hostName}-${place.region}`,
            resourceGroupName: place.resourceGroupName,
            location: place.region,
            serverFarmId: planId,
            canonicalName: hostName,
            tags: tagsFor(place, "operational"),
        },
        // Pulumi would delete it before the binding that uses it, which Azure refuses (not tried): it goes with its group.
        { parent, dependsOn: [binding], protect: place.protect, retainOnDelete: true },
    );
    bindWithTls(`${name}-tls`, args, certificate, parent);
    return certificate;
}

function bindWithTls(
    name: string,
    { place, hostName, siteName, binding }: ManagedCertificateArgs,
    { thumbprint }: web.Certificate,
    parent: pulumi.Resource,
): resources.Deployment {
    return new resources.Deployment(
        name,
        {
            deploymentName: hostName,
            resourceGroupName: place.resourceGroupName,
            properties: {
                // Complete would delete everything else in the resource group.
                mode: "Incremental",
                template: BINDING_WITH_TLS,
                parameters: {
                    siteName: { value: siteName },
                    hostName: { value: hostName },
                    thumbprint: { value: thumbprint },
                },
            },
            tags: tagsFor(place, "none"),
        },
        { parent, dependsOn: [binding] },
    );
}

/**
 * Checks a name for which Azure makes a free certificate.
 *
 * @throws Refusal for a name that is longer than Azure's limit.
 */
export function requireManagedName(hostName: string): void {
    if (hostName.length > LONGEST_NAME) {
        throw new Refusal(
            `'${hostName}' has ${hostName.length} characters; a managed certificate takes at most ${LONGEST_NAME}`,
        );
    }
}

const BINDING_WITH_TLS = {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    parameters: { siteName: { type: "string" }, hostName: { type: "string" }, thumbprint: { type: "string" } },
    resources: [
        {
            type: "Microsoft.Web/sites/hostNameBindings",
            apiVersion: "2025-05-01",
            name: "[format('{0}/{1}', parameters('siteName'), parameters('hostName'))]",
            properties: {
                siteName: "[parameters('siteName')]",
                ...verifiedName,
                sslState: "SniEnabled",
                thumbprint: "[parameters('thumbprint')]",
            },
        },
    ],
};
