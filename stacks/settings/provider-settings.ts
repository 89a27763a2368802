import { z } from "zod";
import { guid, text, unique } from "./fields";

const truth = (title: string) => z.boolean().meta({ title }).optional();

/** Settings of the provider azure-native that are no secrets and no part of the platform: how the engine signs in to Azure. */
export const PROVIDER_SETTINGS = {
    auxiliaryTenantIds: z
        .array(guid)
        .describe("a list of directory ids")
        .superRefine(unique<string>("directory", undefined, (id) => id))
        .meta({ title: "Further directories to sign in to" })
        .optional(),
    clientId: guid.meta({ title: "The application or managed identity to sign in as" }).optional(),
    disablePulumiPartnerId: truth("Whether Pulumi's partner id is left out"),
    // Other clouds of Azure are not in the European Union.
    environment: z.literal("public").meta({ title: "The cloud of Azure" }).optional(),
    oidcTokenFilePath: text("the path of a file", /^[^\s].{0,499}$/)
        .meta({ title: "File in which the pipeline finds its token" })
        .optional(),
    partnerId: guid.meta({ title: "Partner id for Microsoft's count of usage" }).optional(),
    useDefaultAzureCredential: truth("Sign in as the Azure SDK does by default"),
    useMsi: truth("Sign in as the managed identity of the machine"),
    useOidc: truth("Sign in by the pipeline's federated identity"),
} as const;

const byVariable = (variable: string): string =>
    `belongs to a secret, which no settings file holds; give it to the engine as ${variable}, and replace a secret that stood here`;
const OTHER_CLOUD = "is for clouds that are not public Azure, and they are not in the European Union; remove it";

/** What the provider knows as well and no settings file may hold, and why. */
export const REFUSED_PROVIDER_SETTINGS: ReadonlyMap<string, string> = new Map([
    ["clientCertificatePassword", byVariable("ARM_CLIENT_CERTIFICATE_PASSWORD")],
    ["clientCertificatePath", byVariable("ARM_CLIENT_CERTIFICATE_PATH")],
    ["clientSecret", byVariable("ARM_CLIENT_SECRET")],
    ["disableInstanceDiscovery", OTHER_CLOUD],
    ["metadataHost", OTHER_CLOUD],
    ["msiEndpoint", "is found by the provider itself; remove it"],
    ["oidcRequestToken", byVariable("ARM_OIDC_REQUEST_TOKEN")],
    ["oidcRequestUrl", byVariable("ARM_OIDC_REQUEST_URL")],
    ["oidcToken", byVariable("ARM_OIDC_TOKEN")],
]);
