import type { JsonObject } from "../../../arm/json";
import type { Refusal } from "../refusal";
import { badRequest } from "./answers";
import { regionOf, textAt, textsAt, valuesAt } from "./body";
import { lastOf } from "./ids";
import { NAMING_RULES, wordsUnverified } from "./sources";

const types = ["Microsoft.Authorization/policyAssignments"];
const methods = ["PUT"] as const;
/** At a subscription and below it. */
const LONGEST_NAME = 64;
const INITIATIVES = "Azure/azure-policy, built-in-policies/policySetDefinitions/Regulatory Compliance";

interface BuiltIn {
    /** Some policy of it changes or deploys something. */
    readonly identity?: boolean;
    /** Without a default. */
    readonly parameters?: readonly string[];
    /** What a list may hold, by its parameter. */
    readonly allowed?: Readonly<Record<string, readonly string[]>>;
}

/** What is known of built-in definitions; any other is taken to want nothing. */
const BUILT_IN: Readonly<Record<string, BuiltIn>> = {
    "4054785f-702b-4a98-9215-009cbd58b141": {
        parameters: [
            "allowedContainerImagesRegex-febd0533-8e55-448f-b837-bd0e06f16469",
            "cpuLimit-e345eecc-fa47-480f-9e88-67dcc122b164",
            "memoryLimit-e345eecc-fa47-480f-9e88-67dcc122b164",
        ],
    },
    "5e4ff661-23bf-42fa-8e3a-309a55091cc7": {
        parameters: [
            "MembersToExclude-69bf4abd-ca1e-4cf6-8b5a-762d42e61d4f",
            "MembersToInclude-30f71ea1-ac77-4f26-9fc5-2d926bbd4ba7",
            "allowedEncryptionSets-d461a302-a187-421a-89ac-84acdb4edc04",
            "operationName-b954148f-4c11-4c38-8221-be76711e194a",
            "operationName-c5447c04-a4d7-4ba8-a263-c9ee321a6858",
        ],
    },
    // NL BIO Cloud Theme 1.13.0: every parameter has a default, and the locations know part of the European Union only.
    "6ce73208-883e-490f-a2ac-44aac3b3687f": {
        allowed: {
            listOfAllowedLocations: (
                "europe france francecentral francesouth germany germanynorth germanywestcentral global northeurope norway " +
                "norwayeast norwaywest swedencentral switzerland switzerlandnorth switzerlandwest westeurope"
            ).split(" "),
        },
    },
    "89c6cddc-1c73-4ac1-b19c-54d1a15a42f2": { identity: true },
    "a169a624-5599-4385-a696-c8d643089fab": {
        identity: true,
        parameters: [
            "CertificateThumbprints",
            "DeployDiagnosticSettingsforNetworkSecurityGroupsrgName",
            "DeployDiagnosticSettingsforNetworkSecurityGroupsstoragePrefix",
            "installedApplicationsOnWindowsVM",
        ],
    },
    "d5264498-16f4-418a-b659-fa7ef418175f": { identity: true },
    "e56962a6-4747-49cd-b67b-bf8b01975c4c": { parameters: ["listOfAllowedLocations"] },
    "e765b5de-1225-4ba3-bd56-1ac6695af988": { parameters: ["listOfAllowedLocations"] },
};

const builtIn = (body: JsonObject): BuiltIn => {
    const id = lastOf(textAt(body, "properties.policyDefinitionId") ?? "").toLowerCase();
    return (Object.hasOwn(BUILT_IN, id) && BUILT_IN[id]) || {};
};

const hasIdentity = (body: JsonObject): boolean => !["None", undefined].includes(textAt(body, "identity.type"));

export const POLICY_ASSIGNMENT_REFUSALS: readonly Refusal[] = [
    {
        id: "policy-assignment-name",
        title: `A policy assignment's name has at most ${LONGEST_NAME} characters.`,
        source: wordsUnverified(NAMING_RULES),
        types,
        methods,
        judge: ({ id }) =>
            lastOf(id).length <= LONGEST_NAME
                ? undefined
                : badRequest(
                      "InvalidPolicyAssignmentName",
                      `The policy assignment name '${lastOf(id)}' is invalid. It must have at most ${LONGEST_NAME} characters.`,
                  ),
    },
    {
        id: "policy-assignment-identity",
        title: "An initiative that changes or deploys something is assigned with an identity.",
        source: `hashicorp/terraform-provider-azurerm#4950; which ones: ${INITIATIVES}; code [U]`,
        types,
        methods,
        judge: ({ arm }) =>
            builtIn(arm.body).identity && !hasIdentity(arm.body)
                ? badRequest(
                      "ResourceIdentityRequired",
                      "Policy assignments must include a resource identity when assigning 'Modify' policy definitions.",
                  )
                : undefined,
    },
    {
        id: "policy-assignment-location",
        title: "An assignment with an identity has a location.",
        source: wordsUnverified("documentation of Microsoft.Authorization/policyAssignments 2025-01-01, location"),
        types,
        methods,
        judge: ({ arm }) =>
            hasIdentity(arm.body) && regionOf(arm.body) === undefined
                ? badRequest("LocationRequired", "The location property is required for this definition.")
                : undefined,
    },
    {
        id: "policy-assignment-parameters",
        title: "An assignment gives each parameter that has no default.",
        source: wordsUnverified(INITIATIVES),
        types,
        methods,
        judge: ({ arm }) => {
            const given = valuesAt(arm.body, "properties.parameters{}");
            const missing = (builtIn(arm.body).parameters ?? []).filter((name) => !given.includes(name));
            return missing.length === 0
                ? undefined
                : badRequest(
                      "MissingPolicyParameter",
                      `The policy assignment '${arm.name}' is missing the parameter(s) '${missing.join(",")}' as defined in the policy definition '${lastOf(textAt(arm.body, "properties.policyDefinitionId") ?? "")}'.`,
                  );
        },
    },
    {
        id: "policy-assignment-parameter-values",
        title: "A parameter takes the values that its definition allows.",
        source: wordsUnverified(INITIATIVES),
        types,
        methods,
        judge: ({ arm }) => {
            const wrong = Object.entries(builtIn(arm.body).allowed ?? {}).flatMap(([name, allowed]) =>
                textsAt(arm.body, `properties.parameters.${name}.value[]`)
                    .filter((value) => !allowed.includes(value))
                    .map((value) => ({ name, value })),
            );
            return wrong.length === 0
                ? undefined
                : badRequest(
                      "PolicyParameterValueNotAllowed",
                      `The value '${wrong[0]?.value}' is not allowed for policy parameter '${wrong[0]?.name}' in policy definition '${lastOf(textAt(arm.body, "properties.policyDefinitionId") ?? "")}'.`,
                  );
        },
    },
    {
        id: "subscription-deployment-location",
        title: "A deployment into a subscription says where Azure keeps its record.",
        source: wordsUnverified('Microsoft, "Subscription deployments with ARM templates"'),
        types: ["Microsoft.Resources/deployments"],
        methods,
        judge: ({ arm }) =>
            arm.scope !== "subscription" || regionOf(arm.body) !== undefined
                ? undefined
                : badRequest("LocationRequired", `The 'location' property must be specified for '${arm.name}'.`),
    },
];
