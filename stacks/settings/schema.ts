import { z } from "zod";
import { OPTIONAL_STANDARDS } from "../../infra/assurance/initiatives";
import { overlap, toBlock } from "./address-math";
import { networkBlock } from "./addresses";
import { backupSettings } from "./backup-settings";
import { email, guid, label, unique, wholeNumber } from "./fields";
import { namePart, vaultId } from "./names";
import { PROVIDER_SETTINGS } from "./provider-settings";
import { actionRegion, regionName, regions } from "./region-fields";
import { releaseSettings } from "./release-settings";
import { sqlSettings } from "./sql-settings";
import { testWindowSettings } from "./test-window-settings";
import { domainSettings, signInSettings, webSettings } from "./web-settings";

const network = z
    .strictObject({ primary: networkBlock, secondary: networkBlock })
    .superRefine(({ primary, secondary }, context) => {
        const [first, second] = [toBlock(primary), toBlock(secondary)];
        if (first && second && overlap(first, second)) {
            const message = `'${secondary}' is also the network of the first region; give each its own block`;
            context.addIssue({ code: "custom", path: ["secondary"], message });
        }
    });

const operatorVaults = z
    .strictObject({ primary: vaultId, secondary: vaultId })
    .refine(({ primary, secondary }) => primary.toLowerCase() !== secondary.toLowerCase(), {
        path: ["secondary"],
        message: "is also the vault of the first region; each region has its own, so that one can be lost",
    });

const monitoring = z.strictObject({
    retentionDays: wholeNumber(90, 730).meta({ title: "Days that logs are kept and can be searched" }),
    actionRegion: actionRegion.meta({ title: "Region of the action group, which may not be global" }),
    alertEmails: z
        .array(email)
        .min(1)
        .describe("a list of at least one e-mail address")
        .superRefine(unique<string>("address", undefined, (address) => address.toLowerCase()))
        .meta({ title: "Who is told; mailboxes of teams rather than of people" }),
});

/** The settings of the namespace `azure-native:` on which the platform is built. */
const AZURE_SETTINGS = {
    location: regionName.meta({ title: "The default region of the provider; the same as regions.primary" }),
    subscriptionId: guid.meta({ title: "The environment's subscription" }),
    tenantId: guid.meta({ title: "The Entra directory of the subscription" }),
} as const;

/** The settings of the namespace `figlo-advisor:`. */
const OWN_SETTINGS = {
    vendor: namePart(10).meta({ title: "First part of every physical name" }),
    application: namePart(12).meta({ title: "Second part of every physical name" }),
    owner: label.meta({ title: "The team that answers for the resources; a tag" }),
    ownsSubscription: z.boolean().meta({ title: "Whether this stack has what exists once in a subscription" }),
    protection: z.boolean().meta({ title: "Whether what holds data can be deleted; true in acceptatie and productie" }),
    regions,
    network: network.meta({ title: "Address space of each region, unlike that of every other environment" }),
    operatorVaults: operatorVaults.meta({
        title: "The vaults in which operators keep certificates and the sign-in secret, one in each region; made by hand",
    }),
    sql: sqlSettings,
    backup: backupSettings,
    web: webSettings,
    domain: domainSettings,
    signIn: signInSettings,
    monitoring,
    release: releaseSettings.meta({ title: "What runs here: `otap promote` copies it from the environment before" }),
    initiatives: z
        .array(z.enum(OPTIONAL_STANDARDS))
        .superRefine(unique<string>("initiative", undefined, (initiative) => initiative))
        .default([])
        .meta({ title: "What Azure Policy compares the subscription with besides the hosting promise" }),
    testWindow: testWindowSettings
        .optional()
        .meta({ title: "When and from where an outside party tests the security" }),
} as const;

/** All settings under their own names. */
export const SETTINGS = z.strictObject({ ...AZURE_SETTINGS, ...OWN_SETTINGS });

/** What Pulumi itself keeps beside `config` in a stack file. */
const PULUMI_KEYS = {
    secretsprovider: z.string().min(1).describe("the address of a secrets provider").optional(),
    encryptedkey: z.string().min(1).describe("what Pulumi wrote").optional(),
    encryptionsalt: z.string().min(1).describe("what Pulumi wrote").optional(),
    // Names only: values written out here would be settings, or secrets, that nobody checks.
    environment: z.array(z.string()).describe("a list of names of environments of Pulumi ESC").optional(),
} as const;

/** What Pulumi has encrypted, which looks as random as a secret does. */
export const ENCRYPTED_KEYS: readonly string[] = [
    "encryptedkey",
    "encryptionsalt",
] satisfies (keyof typeof PULUMI_KEYS)[];

const named = <T extends z.ZodRawShape>(namespace: string, shape: T): z.ZodRawShape =>
    Object.fromEntries(Object.entries(shape).map(([name, schema]) => [`${namespace}:${name}`, schema]));

/** The names of the settings as a stack file has them. */
export const NAMESPACES = {
    "azure-native": { ...AZURE_SETTINGS, ...PROVIDER_SETTINGS },
    "figlo-advisor": OWN_SETTINGS,
} as const;

/** A whole `Pulumi.<environment>.yaml`, for the editor. */
export const STACK_FILE = z.strictObject({
    ...PULUMI_KEYS,
    config: z.strictObject({
        ...named("azure-native", NAMESPACES["azure-native"]),
        ...named("figlo-advisor", OWN_SETTINGS),
    }),
});

const NEEDED = Object.entries({ ...named("azure-native", AZURE_SETTINGS), ...named("figlo-advisor", OWN_SETTINGS) })
    .filter(([, schema]) => !z.safeParse(schema, undefined).success)
    .map(([name]) => name);

/** What `config` must be, in words that complete "expected …". */
export const CONFIG = `a mapping with the settings: ${NEEDED.join(", ")}`;

/** The same file with `config` left to {@link SETTINGS}. */
export const STACK_FILE_FRAME = z.strictObject({ ...PULUMI_KEYS, config: z.unknown().describe(CONFIG) });
