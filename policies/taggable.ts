import { LOCATED } from "./located";

/** Take tags without having a location of their own. */
const WITHOUT_LOCATION = [
    "azure-native:dataprotection:BackupInstance",
    "azure-native:keyvault:Key",
    "azure-native:keyvault:Secret",
    "azure-native:resources:Deployment",
    "azure-native:sql:FailoverGroup",
] as const;

/** Type tokens of what must carry the required tags, as far as they are on the list of allowed types. */
export const TAGGABLE: ReadonlySet<string> = new Set([...LOCATED, ...WITHOUT_LOCATION]);
