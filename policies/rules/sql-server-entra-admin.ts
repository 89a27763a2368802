import { SERVER } from "../azure-types";
import { resourceRule } from "../rule";
import { found, text } from "../show";

const BESIDE = "azure-native:sql:ServerAzureADAdministrator";

/** Only the server's own `administrators` can say that it is a group; what stands beside it takes its place. */
export const sqlServerEntraAdmin = resourceRule([SERVER, BESIDE], ({ type, props }, report) => {
    if (type === BESIDE) {
        report("takes the place of the server's own administrator, and cannot say that it names a group");
        return;
    }
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
