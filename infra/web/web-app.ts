import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";
import { diagnostics } from "../monitoring/diagnostics";
import { type PrivateAccess, PrivateLink } from "../network/private-link";
import { type Place, type Tags, tagsFor } from "../place";
import { Refusal } from "../refusal";
import { requireEuRegion } from "../regions";
import { type Ingress, requireIngress, type SiteRole } from "./access-restrictions";
import { applicationSettings, requireSafeSettings, type Settings, type SiteIdentity } from "./application-settings";
import { authentication, requireSignIn, type SignIn } from "./authentication";
import { publishing } from "./publishing";
import { requireSiteConfiguration, siteConfiguration } from "./site-configuration";

export interface WebAppArgs {
    readonly place: Place;
    readonly role: SiteRole;
    readonly planId: pulumi.Input<string>;
    readonly identity: SiteIdentity;
    /** The subnet through which the site's own traffic leaves. */
    readonly subnetId: pulumi.Input<string>;
    /** `DOTNETCORE|10.0`, `NODE|22-lts` or `PHP|8.3`. */
    readonly runtime: string;
    /** The one path that answers without a session, such as `/health`. */
    readonly healthPath: string;
    readonly ingress: Ingress;
    /** Plain: with an unknown inside, the SDK makes the whole site configuration unknown, and no policy could judge a preview. */
    readonly runnersSubnetId: string;
    readonly settings: Settings;
    readonly signIn: SignIn;
    readonly workspaceId: pulumi.Input<string>;
    /** The networks that reach the site by private endpoint; at least one where the ingress is private. */
    readonly links: readonly PrivateAccess[];
    /** What else writes to the subnets of the links: endpoints in one subnet come one after the other. */
    readonly linksAfter?: readonly pulumi.Resource[];
    /** The subnet of {@link runnersSubnetId}, which must be there before the site names it. */
    readonly runnersSubnet?: pulumi.Resource;
    /**
     * What the release needs before it starts, such as its rights and the ways to its package and secrets. Not `dependsOn`, which a
     * component's children do not record: a deletion would take the rights from a site that still runs.
     */
    readonly after: readonly pulumi.Resource[];
}

/**
 * A site that denies by default: HTTPS only, signed-in visitors only, deployed to and configured without a password.
 *
 * Its settings come last, by {@link start}: they name the release, which starts with them, behind a sign-in that stands already and
 * with all that it needs.
 *
 * @throws Refusal for a region outside the European Union, a public back-end, a private site that nobody reaches, unsafe
 * settings, or a sign-in that would let someone past.
 */
export class WebApp extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    readonly name: pulumi.Output<string>;
    readonly defaultHostName: pulumi.Output<string>;
    /** What an `asuid` TXT record says to keep others from claiming a host name; the same for all sites of a subscription. */
    readonly domainVerificationId: pulumi.Output<string | undefined>;
    /** The last endpoint to the site, for the next in the same subnet to wait for; none where it has no links. */
    readonly lastLink: pulumi.Resource | undefined;
    /**
     * Writes the settings, once: the release that they name starts.
     *
     * @param after what it waits for besides
     * @returns what is written to the site last
     */
    readonly start: (after?: readonly pulumi.Resource[]) => pulumi.Resource;

    constructor(name: string, args: WebAppArgs, opts?: pulumi.ComponentResourceOptions) {
        super("figlo:infra:WebApp", name, {}, opts);
        requireWebApp(args);
        const site = this.site(name, args);
        const configured = this.configure(name, args, site);
        diagnostics(`${name}-diagnostics`, { resourceUri: site.id, workspaceId: args.workspaceId }, this);
        this.lastLink = this.links(name, args, site, configured);
        this.id = site.id;
        this.name = site.name;
        this.defaultHostName = site.defaultHostName;
        this.domainVerificationId = site.customDomainVerificationId;
        this.registerOutputs({
            id: this.id,
            name: this.name,
            defaultHostName: this.defaultHostName,
            domainVerificationId: this.domainVerificationId,
        });
        this.start = (after = []) => this.settings(name, args, site, [this.lastLink ?? configured, ...after]);
    }

    private site(name: string, args: WebAppArgs): web.WebApp {
        const { place, identity, ingress, runnersSubnet } = args;
        return new web.WebApp(
            `${name}-site`,
            {
                name: place.naming.global("webApp", place.region, args.role),
                resourceGroupName: place.resourceGroupName,
                location: place.region,
                // As Azure reports it: another kind replaces the site.
                kind: "app,linux",
                reserved: true,
                serverFarmId: args.planId,
                httpsOnly: true,
                endToEndEncryptionEnabled: true,
                clientAffinityEnabled: false,
                sshEnabled: false,
                publicNetworkAccess: ingress.kind === "private" ? "Disabled" : "Enabled",
                virtualNetworkSubnetId: args.subnetId,
                outboundVnetRouting: EVERYTHING_THROUGH_THE_NETWORK,
                identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
                // Key Vault references use the system-assigned identity unless told otherwise.
                keyVaultReferenceIdentity: identity.id,
                siteConfig: siteConfiguration(args),
                tags: siteTags(args),
            },
            { parent: this, dependsOn: runnersSubnet },
        );
    }

    /**
     * One after the other: two writes to one site at a time can meet 409 "another operation is in progress" (code `Conflict`),
     * which the provider does not retry. Returns the last write.
     */
    private configure(name: string, args: WebAppArgs, site: web.WebApp): pulumi.Resource {
        const target = { name: site.name, resourceGroupName: args.place.resourceGroupName };
        const shared = { siteName: site.name, resourceGroupName: args.place.resourceGroupName };
        const { role, healthPath, signIn } = args;
        const session = authentication(
            `${name}-authentication`,
            { ...shared, role, healthPath, signIn, after: site },
            this,
        );
        const closed = publishing(`${name}-publishing`, { ...shared, after: session }, this);
        return new web.WebAppDiagnosticLogsConfiguration(
            `${name}-logs`,
            { ...target, ...LOCAL_LOGS },
            { parent: this, dependsOn: [closed] },
        );
    }

    /** After the configuration and one after the other: an endpoint's connection is written to the site as well. */
    private links(
        name: string,
        { place, role, links, linksAfter = [] }: WebAppArgs,
        site: web.WebApp,
        configured: pulumi.Resource,
    ): pulumi.Resource | undefined {
        const { code } = requireEuRegion(place.region, place);
        let last: pulumi.Resource | undefined;
        for (const access of links) {
            const after = last ? [last] : [configured, ...linksAfter];
            const link = new PrivateLink(
                `${name}-link-${access.place.region}`,
                { access, service: "sites", targetId: site.id, role: `${role}-${code}`, after },
                { parent: this },
            );
            last = link.last;
        }
        return last;
    }

    private settings(
        name: string,
        { place, settings, identity, after }: WebAppArgs,
        site: web.WebApp,
        before: readonly pulumi.Resource[],
    ): pulumi.Resource {
        // Not inline in the site: a refresh never reads inline settings back, so drift would stay unseen.
        return new web.WebAppApplicationSettings(
            `${name}-settings`,
            {
                name: site.name,
                resourceGroupName: place.resourceGroupName,
                properties: applicationSettings(settings, identity),
            },
            { parent: this, dependsOn: [...before, ...after] },
        );
    }
}

/** Each one: with `allTraffic` alone Azure still reports the others as false (bicep-types-az#2529). */
const EVERYTHING_THROUGH_THE_NETWORK = {
    allTraffic: true,
    applicationTraffic: true,
    backupRestoreTraffic: true,
    contentShareTraffic: true,
    imagePullTraffic: true,
};

/** What an operator reads while the workspace is out of reach; short-lived, since request logs hold visitors' addresses. */
const LOCAL_LOGS = {
    httpLogs: { fileSystem: { enabled: true, retentionInDays: 3, retentionInMb: 35 } },
    detailedErrorMessages: { enabled: true },
    failedRequestsTracing: { enabled: true },
};

/** A front-end that is open to everybody says so, for the policies that refuse what is open by accident. */
const siteTags = ({ place, ingress }: WebAppArgs): Tags => ({
    ...tagsFor(place, "none"),
    ...(ingress.kind === "internet" ? { publicFrontEnd: "declared" } : {}),
});

function requireWebApp(args: WebAppArgs): void {
    requireEuRegion(args.place.region, args.place);
    requireIngress(args.role, args.ingress);
    if (args.ingress.kind === "private" && args.links.length === 0) {
        throw new Refusal("a private site without links is reached by nobody; give it at least one network");
    }
    requireSiteConfiguration(args);
    requireSafeSettings(args.settings);
    requireSignIn(args.role, args.signIn, args.settings);
}
