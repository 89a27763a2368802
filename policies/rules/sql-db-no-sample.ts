import { DATABASE } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

export const sqlDbNoSample = resourceRule([DATABASE], (database, report) => {
    if (database.has("sampleName")) {
        report(found("sampleName", database.props.sampleName));
    }
});
