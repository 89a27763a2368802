import { deletedName } from "../../../sandbox/azure/deleted-names";
import { GROUP_ID } from "./played-azure";

describe("the name under which Key Vault remembers what was deleted", () => {
    it.each([
        ["kv-proef", "kv-proef"],
        ["kv-proef/keys/sleutel", "kv-proef/keys/sleutel"],
    ])("of '%s' is '%s', in whatever resource group it was", (path, expected) => {
        expect(deletedName(`${GROUP_ID}/providers/Microsoft.KeyVault/vaults/${path}`)).toBe(expected);
        expect(deletedName(`/subscriptions/s/resourceGroups/r/providers/microsoft.keyvault/vaults/${path}`)).toBe(
            expected,
        );
    });
});
