import * as pulumi from "@pulumi/pulumi";
import { Traffic } from "../infra/web/traffic";
import type { WebApp } from "../infra/web/web-app";
import { ApplicationRights, type Need } from "./application-rights";
import { type ApplicationArgs, backEnd, frontEnd, publicName } from "./applications";
import type { CustomerData } from "./customer-data";
import type { Foundation, RegionRole } from "./foundation";
import { Hosting } from "./hosting";
import { type ApplicationIdentity, type ApplicationRole, applicationIdentity } from "./identities";
import { HealthGate } from "./promotion/health-gate";
import type { Settings } from "./settings/settings";

const ROLES = ["primary", "secondary"] as const satisfies readonly RegionRole[];

type PerRegion<T> = Readonly<Record<RegionRole, T>>;

/** What serves visitors: the applications of both regions, and Traffic Manager before the front-ends. */
export interface Serving {
    readonly traffic: Traffic;
    readonly hosting: PerRegion<Hosting>;
    readonly rights: readonly ApplicationRights[];
    /** What opens when the release is well in a region. */
    readonly gates: readonly HealthGate[];
    readonly domainVerificationId: pulumi.Output<string | undefined>;
}

export interface ServingArgs {
    readonly settings: Settings;
    readonly foundations: PerRegion<Foundation>;
    readonly data: CustomerData;
    /** The databases know it. */
    readonly backEndIdentity: ApplicationIdentity;
}

export function serving({ settings, foundations, data, backEndIdentity }: ServingArgs): Serving {
    const hosting = perRegion((role) => new Hosting(`${role}-hosting`, { foundation: foundations[role], settings }));
    const parts = (
        application: ApplicationRole,
        identity: ApplicationIdentity,
        more: readonly Need[],
    ): PerRegion<ApplicationArgs> => {
        const needs = [...ROLES.flatMap((role) => regionNeeds(role, foundations[role], hosting[role])), ...more];
        const rights = new ApplicationRights(`${application}-rights`, {
            environment: settings.environment,
            subscriptionId: settings.subscriptionId,
            application,
            identity,
            needs,
        });
        return perRegion((role) => ({
            role,
            settings,
            foundation: foundations[role],
            hosting: hosting[role],
            identity,
            rights,
        }));
    };
    const backEndParts = parts("back-end", backEndIdentity, [documentsNeed(data), ...columnNeeds(foundations.primary)]);
    const backEnds = backEndsOf(backEndParts, foundations, data);
    const frontEndIdentity = applicationIdentity("front-end", foundations.primary.place);
    const frontEndParts = parts("front-end", frontEndIdentity, signInNeeds(settings));
    const frontEnds = frontEndsOf(frontEndParts, backEnds);
    const traffic = new Traffic("traffic", {
        place: foundations.primary.place,
        relativeName: settings.domain.trafficManagerName,
        healthPath: settings.web.healthPath,
        hostName: settings.domain.hostName,
        endpoints: ROLES.map((role) => ({ role, targetId: frontEnds[role].id })),
        workspaceId: foundations.primary.monitoring.workspaceId,
    });
    const started = releaseByRegion(settings, backEnds, frontEnds);
    for (const role of ROLES) {
        publicName(frontEndParts[role], frontEnds[role], [started[role].frontEnd, traffic.profile]);
    }
    return {
        traffic,
        hosting,
        rights: [backEndParts.primary.rights, frontEndParts.primary.rights],
        gates: ROLES.map((role) => started[role].healthy),
        domainVerificationId: frontEnds.primary.domainVerificationId,
    };
}

/** How long a region's applications may take to start, in minutes. */
const START_MINUTES = 15;

interface Started {
    /** The front-end's settings. */
    readonly frontEnd: pulumi.Resource;
    readonly healthy: HealthGate;
}

/**
 * Starts the release in the second region, and in the first when the second is healthy: visitors are led to the first, which goes on
 * with the release before when the new one does not start.
 */
function releaseByRegion(
    { release, web }: Settings,
    backEnds: PerRegion<WebApp>,
    frontEnds: PerRegion<WebApp>,
): PerRegion<Started> {
    const start = (role: RegionRole, after: readonly pulumi.Resource[]): Started => {
        const sites = [backEnds[role], frontEnds[role]] as const;
        const [backEnd, frontEnd] = [sites[0].start(after), sites[1].start(after)];
        const healthy = new HealthGate(
            `${role}-health`,
            {
                hosts: sites.map(({ defaultHostName }) => defaultHostName),
                path: web.healthPath,
                version: release.version,
                digest: release.digest,
                minutes: START_MINUTES,
            },
            { dependsOn: [backEnd, frontEnd] },
        );
        return { frontEnd, healthy };
    };
    const secondary = start("secondary", []);
    return { secondary, primary: start("primary", [secondary.healthy]) };
}

function backEndsOf(
    parts: PerRegion<ApplicationArgs>,
    foundations: PerRegion<Foundation>,
    { shard, documents }: CustomerData,
): PerRegion<WebApp> {
    const inRegion = (role: RegionRole, linksAfter: readonly (pulumi.Resource | undefined)[]) =>
        backEnd({
            ...parts[role],
            foundations: ROLES.map((each) => foundations[each]),
            shard,
            documentsEndpoint: documents.blobEndpoint,
            linksAfter: linksAfter.filter((link) => link !== undefined),
        });
    const primary = inRegion("primary", []);
    return { primary, secondary: inRegion("secondary", [primary.lastLink]) };
}

function frontEndsOf(parts: PerRegion<ApplicationArgs>, backEnds: PerRegion<WebApp>): PerRegion<WebApp> {
    return perRegion((role) => {
        const other = role === "primary" ? "secondary" : "primary";
        return frontEnd({ ...parts[role], backEnds: [backEnds[role], backEnds[other]] });
    });
}

const perRegion = <T>(make: (role: RegionRole) => T): PerRegion<T> => ({
    primary: make("primary"),
    secondary: make("secondary"),
});

/** What every application needs in each region. */
const regionNeeds = (role: RegionRole, { vault, monitoring }: Foundation, { packages }: Hosting): readonly Need[] => [
    {
        role: "keyVaultSecretsUser",
        target: `${role} vault`,
        scope: vault.id,
        reason: "Reads the secrets that its settings refer to.",
    },
    {
        role: "storageBlobDataReader",
        target: `${role} packages`,
        scope: packages.id,
        reason: "Runs from the release package.",
    },
    {
        role: "monitoringMetricsPublisher",
        target: `${role} telemetry`,
        scope: monitoring.applicationInsightsId,
        reason: "Sends telemetry; Application Insights accepts granted identities only.",
    },
];

const documentsNeed = ({ documents }: CustomerData): Need => ({
    role: "storageBlobDataContributor",
    target: "documents",
    scope: documents.id,
    reason: "Keeps the documents that customers upload.",
});

/** The application decrypts what databases keep encrypted; of keys it may use this one. */
const columnNeeds = ({ vault, columnKey }: Foundation): readonly Need[] =>
    columnKey
        ? [
              {
                  role: "keyVaultCryptoUser",
                  target: "column key",
                  scope: pulumi.interpolate`${vault.id}/keys/${columnKey.name}`,
                  reason: "Unwraps the keys of encrypted columns, and verifies who wrapped them.",
              },
          ]
        : [];

const signInNeeds = ({ operatorVaults }: Settings): readonly Need[] =>
    ROLES.map((role) => ({
        role: "keyVaultSecretsUser",
        target: `${role} operator vault`,
        scope: operatorVaults[role],
        reason: "Reads the client secret of the sign-in registration.",
    }));
