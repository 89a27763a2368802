import { LOCK_REFUSALS } from "../../../../sandbox/azure/refusals/locks";
import { describeRefusals } from "./describe-refusals";
import { type Asked, PlayedStreet } from "./played-street";

const LOCK: Asked = { method: "DELETE", type: "authorization:ManagementLockByScope", name: "documents-lock" };
const ACCOUNT: Asked = { method: "DELETE", type: "storage:StorageAccount", name: "documents-account" };

const container = (method: Asked["method"], name: string): Asked => ({ method, type: "storage:BlobContainer", name });

describeRefusals(
    "locks",
    LOCK_REFUSALS,
    {
        "lock-refuses-delete": {
            refused: ACCOUNT,
            allowed: LOCK,
            message: "cannot perform delete operation because following scope(s) are locked: '/subscriptions/",
        },
        "lock-read-only-refuses-write": {
            given: [{ ...LOCK, method: "PUT", change: { level: "ReadOnly" } }],
            refused: container("PUT", "documents-documents-t-4f9k2c"),
            allowed: container("PUT", "primary-hosting-packages-releases"),
            message: "cannot perform write operation",
        },
    },
    "productie",
);

describe("a lock of the played Azure", () => {
    const around: Asked = { method: "DELETE", type: "resources:ResourceGroup", name: "primary-group" };
    const inside: readonly Asked[] = [
        container("DELETE", "documents-documents-t-4f9k2c"),
        { method: "DELETE", type: "authorization:RoleAssignment", name: "documents-backup-grant" },
        { method: "DELETE", type: "monitor:DiagnosticSetting", name: "documents-logs" },
    ];

    it("refuses the deletion of what is inside and around as well; what it no longer binds can go", async () => {
        const street = await PlayedStreet.of("productie");
        const answers = [...inside, around].map((asked) => street.refusalOf(asked)?.id);
        expect(answers).toEqual(Array(4).fill("lock-refuses-delete"));
        await street.ask(LOCK);
        expect(inside.map((asked) => street.refusalOf(asked))).toEqual(Array(3).fill(undefined));
    });
});
