import { text } from "./fields";

/** Words that Azure refuses in the name of anything with an address of its own. Source: Microsoft, "Resolve errors for reserved resource names". */
const NOWHERE = ["microsoft", "windows"];
const NOT_ALONE = (
    "access azure bing bizspark biztalk cortana directx dotnet dynamics excel exchange forefront groove hololens hyperv " +
    "kinect lync msdn o365 office office365 onedrive onenote outlook powerpoint sharepoint skype visio visualstudio xbox"
).split(" ");

const reserved = (name: string): boolean =>
    NOWHERE.some((word) => name.includes(word)) || NOT_ALONE.includes(name) || name.startsWith("login");

const REFUSAL = "is or holds a word that Azure reserves for Microsoft; choose another name";

/** A part of every physical name: short, so that the limit of 24 characters of vaults and storage accounts leaves room. */
export const namePart = (longest: number) =>
    text(
        `a name of 2 to ${longest} lower-case letters and digits that starts with a letter`,
        new RegExp(`^[a-z][a-z0-9]{1,${longest - 1}}$`),
    ).refine((name) => !reserved(name), REFUSAL);

/** A DNS label, unique in `trafficmanager.net`. */
export const trafficManagerName = text(
    "a name of 3 to 63 lower-case letters, digits and inner hyphens",
    /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
).refine((name) => !reserved(name), REFUSAL);

/** A managed certificate takes at most 64 characters, and Traffic Manager no bare domain: it is reached by a CNAME record. */
export const hostName = text(
    "a host name of at most 64 characters below your domain, such as advisor.figlo.example, in lower case",
    /^(?=.{5,64}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.){2,}[a-z]{2,}$/,
).refine(
    (host) => !/\.(azurewebsites|trafficmanager|windows)\.net$/.test(host),
    "is a name of Azure's own; give the host name in your own domain that visitors use",
);

/** The id of a Key Vault. */
export const vaultId = text(
    "the id of a vault: /subscriptions/<lower-case GUID>/resourceGroups/<group>/providers/Microsoft.KeyVault/vaults/<3 to 24 letters, digits and single hyphens>",
    /^\/subscriptions\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/resourceGroups\/[\w.()-]{0,89}[\w()-]\/providers\/Microsoft\.KeyVault\/vaults\/(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/,
);

/** The name of a secret or certificate in a Key Vault; never its value. */
export const secretName = text(
    "the name of what the vault holds, 1 to 127 letters, digits and hyphens",
    /^[0-9a-zA-Z-]{1,127}$/,
);
