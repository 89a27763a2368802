import type * as pulumi from "@pulumi/pulumi";
import { Traffic } from "../infra/web/traffic";
import type { WebApp } from "../infra/web/web-app";
import { ApplicationRights, type Need } from "./application-rights";
import { type ApplicationArgs, backEnd, frontEnd, publicName } from "./applications";
import type { CustomerData } from "./customer-data";
import type { Foundation, RegionRole } from "./foundation";
import { Hosting } from "./hosting";
import { type ApplicationRole, applicationIdentity } from "./identities";
import type { Settings } from "./settings/settings";

const ROLES = ["primary", "secondary"] as const satisfies readonly RegionRole[];

type PerRegion<T> = Readonly<Record<RegionRole, T>>;

/** What serves visitors: the applications of both regions, and Traffic Manager before the front-ends. */
export interface Serving {
    readonly traffic: Traffic;
    readonly hosting: PerRegion<Hosting>;
    readonly rights: readonly ApplicationRights[];
    readonly domainVerificationId: pulumi.Output<string | undefined>;
}

export function serving(settings: Settings, foundations: PerRegion<Foundation>, data: CustomerData): Serving {
    const hosting = perRegion((role) => new Hosting(`${role}-hosting`, { foundation: foundations[role], settings }));
    const parts = (application: ApplicationRole, more: readonly Need[]): PerRegion<ApplicationArgs> => {
        const identity = applicationIdentity(application, foundations.primary.place);
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
    const backEndParts = parts("back-end", [documentsNeed(data)]);
    const backEnds = backEndsOf(backEndParts, foundations, data);
    const frontEndParts = parts("front-end", signInNeeds(settings));
    const frontEnds = frontEndsOf(frontEndParts, backEnds);
    const traffic = new Traffic("traffic", {
        place: foundations.primary.place,
        relativeName: settings.domain.trafficManagerName,
        healthPath: settings.web.healthPath,
        hostName: settings.domain.hostName,
        endpoints: ROLES.map((role) => ({ role, targetId: frontEnds[role].id })),
        workspaceId: foundations.primary.monitoring.workspaceId,
    });
    for (const role of ROLES) {
        publicName(frontEndParts[role], frontEnds[role], traffic);
    }
    return {
        traffic,
        hosting,
        rights: [backEndParts.primary.rights, frontEndParts.primary.rights],
        domainVerificationId: frontEnds.primary.domainVerificationId,
    };
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

const signInNeeds = ({ operatorVaults }: Settings): readonly Need[] =>
    ROLES.map((role) => ({
        role: "keyVaultSecretsUser",
        target: `${role} operator vault`,
        scope: operatorVaults[role],
        reason: "Reads the client secret of the sign-in registration.",
    }));
