const VAULT = /\/providers\/Microsoft\.KeyVault\/vaults\/(.+)$/i;

/** The name under which Key Vault remembers what was deleted: `<vault>`, which is unique in all of Azure, and below it `<vault>/secrets/<name>`. */
export const deletedName = (id: string): string => VAULT.exec(id)?.[1] ?? id;
