import { SERVER } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

/** An open way out lets a database send what it holds anywhere. */
export const sqlServerOutboundRestricted = resourceRule([SERVER], ({ props }, report) => {
    if (props.restrictOutboundNetworkAccess !== "Enabled") {
        report(found("restrictOutboundNetworkAccess", props.restrictOutboundNetworkAccess));
    }
});
