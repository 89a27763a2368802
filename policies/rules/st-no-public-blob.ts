import { STORAGE_ACCOUNT } from "../azure-types";
import { resourceRule } from "../rule";
import { found } from "../show";

export const stNoPublicBlob = resourceRule([STORAGE_ACCOUNT], ({ props }, report) => {
    if (props.allowBlobPublicAccess !== false) {
        report(found("allowBlobPublicAccess", props.allowBlobPublicAccess));
    }
});
