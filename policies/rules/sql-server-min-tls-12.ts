import { SERVER } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

export const sqlServerMinTls12 = resourceRule([SERVER], ({ props }, report) => {
    if (!["1.2", "1.3"].includes(props.minimalTlsVersion)) {
        report(found("minimalTlsVersion", props.minimalTlsVersion));
    }
});
