import { resourceRule } from "../rule";
import { found } from "../show";

export const stContainerPrivate = resourceRule(["azure-native:storage:BlobContainer"], ({ props }, report) => {
    if (props.publicAccess !== "None") {
        report(found("publicAccess", props.publicAccess));
    }
});
