import { DATABASE } from "../azure-types";
import { stackRule } from "../rule";
import { found } from "../show";
import { policiesOnOwnServer } from "../sql-relations";

/** Azure encrypts by default; a plan is read by people, so it says so. */
export const sqlDbTde = stackRule([DATABASE], (database, report, { stack }) => {
    const encryptions = policiesOnOwnServer(database, "azure-native:sql:TransparentDataEncryption", stack);
    if (encryptions.length === 0) {
        report("transparent data encryption is not declared");
    }
    for (const { props } of encryptions.filter((encryption) => encryption.props.state !== "Enabled")) {
        report(found("state of its transparent data encryption", props.state));
    }
});
