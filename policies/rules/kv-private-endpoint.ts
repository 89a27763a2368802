import { PRIVATE_ENDPOINT, VAULT } from "../azure-types";
import { leadsTo } from "../private-endpoints";
import { stackRule } from "../rule";

export const kvPrivateEndpoint = stackRule([VAULT], (vault, report, { stack }) => {
    const endpoints = stack.referrers(vault, "privateLinkServiceConnections", PRIVATE_ENDPOINT);
    if (!endpoints.some((endpoint) => leadsTo(endpoint, "vault"))) {
        report("has no private endpoint");
    }
});
