import { SERVER } from "../azure-types";
import { isGiven } from "../marks";
import { stackRule } from "../rule";
import { found, text } from "../show";

const PROTECTOR = "azure-native:sql:EncryptionProtector";

/** Where a key of our own is not asked for, one that is declared must still rotate. */
export const sqlTdeCmk = stackRule([SERVER], (server, report, { stack, config }) => {
    const protectors = stack.referrers(server, "serverName", PROTECTOR);
    if (config.customerManagedKey && protectors.length === 0) {
        report("has no encryption protector, so that Microsoft's key encrypts its databases");
    }
    for (const { props, inputs } of protectors) {
        if (props.serverKeyType === "AzureKeyVault") {
            // The key's name is the way to Microsoft's own, whatever the type says.
            if (!isGiven(inputs.serverKeyName) || text(inputs.serverKeyName).toLowerCase() === "servicemanaged") {
                report(found("serverKeyName", inputs.serverKeyName));
            }
            if (props.autoRotationEnabled !== true) {
                report(found("autoRotationEnabled", props.autoRotationEnabled));
            }
        } else if (config.customerManagedKey) {
            report(found("serverKeyType", props.serverKeyType));
        }
    }
});
