import * as keyvault from "@pulumi/azure-native/keyvault";
import * as pulumi from "@pulumi/pulumi";
import { deletionLock } from "../../../infra/protection/deletion-lock";
import { planned } from "../../planned";

class Parent extends pulumi.ComponentResource {
    constructor() {
        super("figlo:test:Parent", "parent");
    }
}

describe("deletionLock", () => {
    it("forbids deletion of the one resource, and says why", async () => {
        const plan = await planned(() => deletionLock("lock", { scope: "vault", notes: "Holds keys." }, new Parent()));
        expect(plan.one("authorization:ManagementLockByScope").inputs).toMatchObject({
            lockName: "lock",
            scope: "vault",
            level: "CanNotDelete",
            notes: "Holds keys.",
        });
    });

    it("goes before what lies inside its scope: Azure answers 409 ScopeLocked else", async () => {
        const plan = await planned(() => {
            const parent = new Parent();
            const secret = new keyvault.Secret(
                "inside",
                { vaultName: "vault", resourceGroupName: "rg", secretName: "inside", properties: {} },
                { parent },
            );
            deletionLock("lock", { scope: "vault", inside: [secret], notes: "Holds secrets." }, parent);
        });
        const lock = plan.one("authorization:ManagementLockByScope");
        expect(lock.dependencies).toEqual([plan.one("keyvault:Secret").urn]);
    });

    it("waits for nothing where nothing is named", async () => {
        const plan = await planned(() => deletionLock("lock", { scope: "vault", notes: "" }, new Parent()));
        expect(plan.one("authorization:ManagementLockByScope").dependencies).toEqual([]);
    });
});
