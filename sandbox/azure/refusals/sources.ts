const SPECIFICATIONS = "Azure/azure-rest-api-specs";

/** A file of Microsoft's specification of SQL, which lists the errors. */
export const sqlSpec = (file: string): string => `${SPECIFICATIONS}, Microsoft.Sql 2023-08-01, ${file}.json`;

export const SDK = "documentation of the class in @pulumi/azure-native 3.28";
export const NAMING_RULES = 'Microsoft, "Naming rules and restrictions for Azure resources"';

/** The refusal is known; its status, code or words are not from a source that was read. */
export const wordsUnverified = (source: string): string => `${source}; code and message [U]`;

/** Known from practice, in no source that was read. */
export const UNVERIFIED = "general knowledge of Azure [U]";
