import { SERVER } from "../azure-types";
import { resourceRule } from "../rule";
import { found, text } from "../show";

/**
 * Reads the server's own `administrators`: a `ServerAzureADAdministrator` cannot say that it is a group, and Azure refuses it beside
 * them.
 */
export const sqlServerEntraAdmin = resourceRule([SERVER], ({ props }, report) => {
    const admin = props.administrators;
    if (typeof admin !== "object" || admin === null) {
        report(found("administrators", admin));
        return;
    }
    if (admin.administratorType !== "ActiveDirectory") {
        report(found("administrators.administratorType", admin.administratorType));
    }
    if (admin.principalType !== "Group") {
        report(found("administrators.principalType", admin.principalType));
    }
    for (const property of ["login", "sid"]) {
        if (text(admin[property]).trim() === "") {
            report(found(`administrators.${property}`, admin[property]));
        }
    }
});
