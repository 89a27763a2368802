import { columnKey } from "../../../infra/vault/column-key";
import { planned } from "../../planned";
import { place } from "../examples";

const key = async (changes: Parameters<typeof place>[0] = {}) => {
    const plan = await planned(() => columnKey("column-key", { place: place(changes), vaultName: "kv-figlo" }, {}));
    return plan.one("keyvault:Key");
};

describe("the column master key", () => {
    it("wraps the keys of columns and signs what it wrapped, and never leaves the vault", async () => {
        expect((await key()).inputs).toMatchObject({
            vaultName: "kv-figlo",
            keyName: "key-figlo-advisor-proef-column-encryption-weu",
            properties: {
                kty: "RSA",
                keySize: 3072,
                keyOps: ["wrapKey", "unwrapKey", "sign", "verify"],
                attributes: { enabled: true, exportable: false },
            },
        });
    });

    it("gets a new version each ten months", async () => {
        expect((await key()).inputs.properties).toMatchObject({
            rotationPolicy: {
                attributes: { expiryTime: "P1Y" },
                lifetimeActions: [
                    { action: { type: "rotate" }, trigger: { timeAfterCreate: "P10M" } },
                    { action: { type: "notify" }, trigger: { timeBeforeExpiry: "P30D" } },
                ],
            },
        });
    });

    it.each([true, false])("is protected as its place is: %s", async (protect) => {
        expect((await key({ protect })).protect).toBe(protect);
    });
});
