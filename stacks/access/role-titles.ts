import { CUSTOM_ROLES, customRoleId } from "../../infra/access/custom-roles";
import { ROLES } from "../../infra/access/roles";
import type { Settings } from "../settings/settings";

/** `<vendor>/<application>/<environment>`: whose roles of our own they are. */
export const ownerOf = ({ vendor, application, environment }: Settings): string =>
    `${vendor}/${application}/${environment}`;

/** `keyVaultSecretsUser` is Azure's `Key Vault Secrets User`. */
export const titleOf = (camel: string): string =>
    camel.replace(/[A-Z]/g, (letter) => ` ${letter}`).replace(/^./, (letter) => letter.toUpperCase());

/** What every role that this project gives is called, by the GUID of its definition. */
export function roleTitles(settings: Settings): ReadonlyMap<string, string> {
    const own = Object.entries(CUSTOM_ROLES).map(
        ([name, { title }]) => [customRoleId(name as keyof typeof CUSTOM_ROLES, ownerOf(settings)), title] as const,
    );
    return new Map([...Object.entries(ROLES).map(([name, id]) => [id, titleOf(name)] as const), ...own]);
}
