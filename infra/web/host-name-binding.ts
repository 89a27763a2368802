import * as web from "@pulumi/azure-native/web";
import { Refusal } from "../refusal";

/** What a binding says of a public name whose CNAME record leads, over Traffic Manager, to a site. */
export const verifiedName = {
    hostNameType: web.HostNameType.Verified,
    customHostNameDnsRecordType: web.CustomHostNameDnsRecordType.CName,
    // Also behind Traffic Manager: TLS ends at the site.
    azureResourceType: web.AzureResourceType.Website,
} as const;

/**
 * Checks a name that Traffic Manager can lead to.
 *
 * @throws Refusal for what is no host name, and for a bare domain: DNS has no CNAME at its top.
 */
export function requireHostName(hostName: string): void {
    const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    if (hostName.length > 253 || !new RegExp(`^(${label}\\.)+${label}$`).test(hostName)) {
        throw new Refusal(`'${hostName}' is not a host name; write it in lower case, such as 'advisor.figlo.example'`);
    }
    if (hostName.split(".").length < 3) {
        throw new Refusal(`'${hostName}' is a bare domain, which has no CNAME record; choose a name inside it`);
    }
}
