/** One of Microsoft's regulatory initiatives: policies that compare what stands in a subscription with a standard. */
export interface Initiative {
    /** Part of its names, lower case with hyphens. */
    readonly id: string;
    /** As people call the standard. */
    readonly standard: string;
    /** GUID of the built-in policy set definition. */
    readonly definition: string;
    /** The parameters below are those of this major version. */
    readonly version: string;
    /** True where some policy of it would change or deploy something: Azure then wants an identity (terraform-provider-azurerm#4950). */
    readonly identity: boolean;
    /** True where no policy of it would refuse, change or deploy anything of what this project makes. */
    readonly enforced: boolean;
    /** Those without a default. Unless said otherwise they are about machines and containers, of which there are none. */
    readonly parameters: Readonly<Record<string, string | readonly string[]>>;
    /** A parameter that lists regions, and the regions that it takes; it gets those of them in which the subscription may have something. */
    readonly locations?: { readonly parameter: string; readonly known: readonly string[] };
}

const NOT_USED = "none";

/**
 * The standards of the hosting promise that Microsoft has an initiative for. Ids, versions and parameters: Azure/azure-policy,
 * `built-in-policies/policySetDefinitions/Regulatory Compliance`; of ISO 27001:2022 and HIPAA the parameters of an earlier version of
 * the same file, so that a later one may not want more is unverified. SOC 1 has none.
 */
export const INITIATIVES: readonly Initiative[] = [
    {
        // What it changes are virtual machines, and only those.
        id: "iso-27001-2013",
        standard: "ISO 27001:2013",
        definition: "89c6cddc-1c73-4ac1-b19c-54d1a15a42f2",
        version: "8.*.*",
        identity: true,
        enforced: true,
        parameters: {},
    },
    {
        id: "iso-27001-2022",
        standard: "ISO/IEC 27001:2022",
        definition: "5e4ff661-23bf-42fa-8e3a-309a55091cc7",
        version: "1.*.*",
        identity: false,
        enforced: true,
        parameters: {
            "MembersToExclude-69bf4abd-ca1e-4cf6-8b5a-762d42e61d4f": NOT_USED,
            "MembersToInclude-30f71ea1-ac77-4f26-9fc5-2d926bbd4ba7": NOT_USED,
            "allowedEncryptionSets-d461a302-a187-421a-89ac-84acdb4edc04": [],
            // Of which changes an alert is asked for: one value each.
            "operationName-b954148f-4c11-4c38-8221-be76711e194a": "Microsoft.Sql/servers/firewallRules/write",
            "operationName-c5447c04-a4d7-4ba8-a263-c9ee321a6858": "Microsoft.Authorization/policyAssignments/delete",
        },
    },
    {
        id: "soc-2",
        standard: "SOC 2 Type 2",
        definition: "4054785f-702b-4a98-9215-009cbd58b141",
        version: "1.*.*",
        identity: false,
        enforced: true,
        parameters: {
            // Microsoft's defaults for the same parameters of FedRAMP: no image, no processor, no memory.
            "allowedContainerImagesRegex-febd0533-8e55-448f-b837-bd0e06f16469": "^(.+){0}$",
            "cpuLimit-e345eecc-fa47-480f-9e88-67dcc122b164": "0",
            "memoryLimit-e345eecc-fa47-480f-9e88-67dcc122b164": "0",
        },
    },
    {
        // Enforced, it would make storage accounts for the logs of network security groups, beside those of this program, and could
        // refuse some of what this program makes.
        id: "hipaa",
        standard: "HITRUST/HIPAA",
        definition: "a169a624-5599-4385-a696-c8d643089fab",
        version: "14.*.*",
        identity: true,
        enforced: false,
        parameters: {
            CertificateThumbprints: NOT_USED,
            DeployDiagnosticSettingsforNetworkSecurityGroupsrgName: NOT_USED,
            DeployDiagnosticSettingsforNetworkSecurityGroupsstoragePrefix: NOT_USED,
            installedApplicationsOnWindowsVM: NOT_USED,
        },
    },
    {
        // As ISO 27001:2013. High has all that Moderate has.
        id: "fedramp-high",
        standard: "FedRAMP High",
        definition: "d5264498-16f4-418a-b659-fa7ef418175f",
        version: "17.*.*",
        identity: true,
        enforced: true,
        parameters: {},
    },
];

/** Names of the initiatives that an environment may ask for besides. */
export const OPTIONAL_STANDARDS = ["nl-bio", "eu-gdpr"] as const;
export type OptionalStandard = (typeof OPTIONAL_STANDARDS)[number];

/**
 * Not part of the hosting promise. Ids, versions, and that every parameter has a default: versions 1.13.0 and 1.6.0 of the files. Of
 * neither were all policies read, so whether one wants an identity is unverified; one without rights does no harm.
 */
export const OPTIONAL_INITIATIVES: Readonly<Record<OptionalStandard, Initiative>> = {
    "nl-bio": {
        // It holds both policies of allowed locations, which refuse, and the regions that its parameter takes are some of the Union's
        // only: enforced, it would refuse Italy, Poland and Spain, and by its default Sweden too. This project's own refuse the rest.
        id: "nl-bio",
        standard: "NL BIO Cloud Theme",
        definition: "6ce73208-883e-490f-a2ac-44aac3b3687f",
        version: "1.*.*",
        identity: true,
        enforced: false,
        parameters: {},
        locations: {
            parameter: "listOfAllowedLocations",
            known: [
                "francecentral",
                "francesouth",
                "germanynorth",
                "germanywestcentral",
                "global",
                "northeurope",
                "norwayeast",
                "norwaywest",
                "swedencentral",
                "westeurope",
            ],
        },
    },
    "eu-gdpr": {
        id: "eu-gdpr",
        standard: "EU GDPR 2016/679",
        definition: "7326812a-86a4-40c8-af7c-8945de9c4913",
        version: "1.*.*",
        identity: true,
        enforced: false,
        parameters: {},
    },
};
