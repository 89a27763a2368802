import type { ExampleStack } from "../example-stack";
import { tags } from "./tags";

const SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
const scope = `/subscriptions/${SUBSCRIPTION}`;
const DEFINITIONS = "/providers/Microsoft.Authorization";

/** What a subscription has once, who may do what in it, and who deploys it. */
export function assurance(stack: ExampleStack): ExampleStack {
    const watched = ["Arm", "AppServices", "KeyVaults", "SqlServers", "StorageAccounts"].reduce(
        (all, plan) =>
            all.plus("security:Pricing", `plan-${plan}`, {
                scopeId: `subscriptions/${SUBSCRIPTION}`,
                pricingName: plan,
                pricingTier: "Standard",
            }),
        stack,
    );
    return watched
        .plus("security:SecurityContact", "contact", contact)
        .plus("authorization:PolicyAssignment", "iso", {
            scope,
            policyDefinitionId: `${DEFINITIONS}/policySetDefinitions/5e4ff661-23bf-42fa-8e3a-309a55091cc7`,
            enforcementMode: "Default",
        })
        .plus("authorization:PolicyAssignment", "locations", {
            scope,
            policyDefinitionId: `${DEFINITIONS}/policyDefinitions/e56962a6-4747-49cd-b67b-bf8b01975c4c`,
            enforcementMode: "Default",
            parameters: { listOfAllowedLocations: { value: ["westeurope", "northeurope"] } },
        })
        .plus("authorization:PolicyExemption", "waiver", {
            scope,
            exemptionCategory: "Waiver",
            displayName: "No zones in the drill",
            description: "The drill of October restores into one zone.",
            expiresOn: "2026-12-31T00:00:00Z",
        })
        .plus("authorization:RoleDefinition", "role", {
            scope,
            assignableScopes: [scope],
            permissions: [{ actions: ["Microsoft.Web/sites/read", "Microsoft.Web/sites/restart/action"] }],
        })
        .plus("managedidentity:FederatedIdentityCredential", "deployer", {
            issuer: "https://token.actions.githubusercontent.com",
            subject: "repo:figlo/advisor:environment:productie",
            audiences: ["api://AzureADTokenExchange"],
        })
        .plus(
            "applicationinsights:Component",
            "telemetry",
            { location: "westeurope", disableLocalAuth: true, tags },
            { workspaceResourceId: ["logs"] },
        )
        .plus("pulumi-nodejs:dynamic/figlo:ReleaseRecord", "record", {
            release,
            predecessor: "acceptatie",
            accepted: [release],
        });
}

const release = { version: "3.8.1", digest: `sha256:${"a1".repeat(32)}` };

const contact = {
    emails: "platform-team@figlo.example;on-call@figlo.example",
    isEnabled: true,
    notificationsByRole: { state: "On", roles: ["Owner"] },
    notificationsSources: [{ sourceType: "Alert", minimalSeverity: "High" }],
};
