import type { Settings } from "../../stacks/settings/settings";

/** A record that an environment's host name needs. */
export interface ExpectedRecord {
    readonly name: string;
    readonly type: "CNAME" | "TXT" | "CAA";
    /** What it must say; `undefined` where only a deployment knows it. */
    readonly value: string | undefined;
    /** The record to make, as a person would tell another. */
    readonly make: string;
}

/** The authority of App Service's managed certificates (learn: configure-ssl-certificate). */
const MANAGED_AUTHORITY = "digicert.com";

/**
 * The records of the public host name, as the README lists them.
 *
 * @param verificationId the stack output `domainVerificationId`, where it is known
 */
export function expectedRecords(
    { domain, environment }: Pick<Settings, "domain" | "environment">,
    verificationId: string | undefined,
): readonly ExpectedRecord[] {
    const { hostName, trafficManagerName, certificate } = domain;
    const target = `${trafficManagerName}.trafficmanager.net`;
    const says = verificationId ?? `what 'pulumi stack output domainVerificationId --stack ${environment}' prints`;
    return [
        {
            name: hostName,
            type: "CNAME",
            value: target,
            make: `${hostName} CNAME ${target}, once the first 'pulumi up' has made the Traffic Manager profile`,
        },
        { name: `asuid.${hostName}`, type: "TXT", value: verificationId, make: `asuid.${hostName} TXT ${says}` },
        // A certificate from a vault has the authority that its operators chose.
        ...(certificate.source === "managed"
            ? ([
                  {
                      name: hostName,
                      type: "CAA",
                      value: MANAGED_AUTHORITY,
                      make: `CAA 0 issue "${MANAGED_AUTHORITY}", at the name that has the others`,
                  },
              ] as const)
            : []),
    ];
}
