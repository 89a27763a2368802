import { STORAGE_ACCOUNT } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

/** Not set means TLS 1.0. */
export const stMinTls12 = resourceRule([STORAGE_ACCOUNT], ({ props }, report) => {
    if (!["TLS1_2", "TLS1_3"].includes(props.minimumTlsVersion)) {
        report(found("minimumTlsVersion", props.minimumTlsVersion));
    }
});
