import type { ExampleStack } from "../example-stack";
import { closedAccount, recovery } from "./documents";
import { tags } from "./tags";

/** The store that exports leave by, and what empties it. */
export function exports(stack: ExampleStack): ExampleStack {
    return stack
        .plus("storage:StorageAccount", "outbox", { ...closedAccount, tags }, {}, true)
        .plus("storage:BlobServiceProperties", "outbox-recovery", recovery, { accountName: ["outbox"] }, true)
        .plus(
            "storage:BlobContainer",
            "exports",
            { containerName: "exports", publicAccess: "None" },
            { accountName: ["outbox"] },
            true,
        )
        .plus("storage:ManagementPolicy", "outbox-cleaning", { policy: { rules } }, { accountName: ["outbox"] })
        .plus("authorization:ManagementLockByScope", "outbox-lock", { level: "CanNotDelete" }, { scope: ["outbox"] });
}

const rules = [
    {
        name: "week",
        enabled: true,
        type: "Lifecycle",
        definition: {
            filters: { blobTypes: ["blockBlob"], prefixMatch: ["exports/"] },
            actions: {
                baseBlob: { delete: { daysAfterModificationGreaterThan: 7 } },
                version: { delete: { daysAfterCreationGreaterThan: 7 } },
            },
        },
    },
];
