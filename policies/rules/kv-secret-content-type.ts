import { VAULT_SECRET } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

/** Says to who renews a secret what it is for. */
export const kvSecretContentType = resourceRule([VAULT_SECRET], (secret, report) => {
    const contentType = secret.props.properties?.contentType;
    if (!secret.has("properties", "contentType")) {
        report(found("properties.contentType", contentType));
    }
});
