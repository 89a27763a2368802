import { ENCRYPTION_REFUSALS } from "../../../../sandbox/azure/refusals/encryption";
import { describeRefusals } from "./describe-refusals";
import type { Asked, PlayedStreet } from "./played-street";

type Inputs = Readonly<Record<string, unknown>>;

const VERSION = "0123456789abcdef0123456789abcdef";
const OURS = "primary-vault-vault";

const serverKey = (change: Asked["change"] = {}, side = "primary"): Asked => ({
    method: "PUT",
    type: "sql:ServerKey",
    name: `shard-01-${side}-encryption-key`,
    change,
});
const protector = (change: Asked["change"] = {}, side = "primary"): Asked => ({
    method: "PUT",
    type: "sql:EncryptionProtector",
    name: `shard-01-${side}-encryption-protector`,
    change,
});
const inVault = (vault: string, key: string): Inputs => ({
    keyName: `${vault}_${key}_${VERSION}`,
    uri: `https://${vault}.vault.azure.net/keys/${key}/${VERSION}`,
});
const ourVault = (street: PlayedStreet): string => String(street.inputsOf("keyvault:Vault", OURS).vaultName);

/** Another vault with a key, as ours but for what is said. */
const vaultAndKey = (vaultName: string, properties: Inputs): readonly Asked[] => [
    {
        method: "PUT",
        type: "keyvault:Vault",
        name: OURS,
        change: (inputs) => ({
            ...inputs,
            vaultName,
            properties: { ...(inputs.properties as Inputs), ...properties },
        }),
    },
    { method: "PUT", type: "keyvault:Key", change: { vaultName, keyName: "key" } },
];
/** A second key in our vault; nobody has a role on it. */
const secondKey = (properties: Inputs = {}): Asked => ({
    method: "PUT",
    type: "keyvault:Key",
    change: (inputs) => ({
        ...inputs,
        keyName: "second",
        properties: { ...(inputs.properties as Inputs), ...properties },
    }),
});

/** A key that only a server of one side has; its vault is someone else's, and nothing is known of it. */
const strange = inVault("elsewhere", "key");
const isProtectedStrangely = { serverKeyName: strange.keyName };
/** A second, empty group from one side to the other. */
const groupFrom = (from: string, to: string) => (street: PlayedStreet) => {
    const { resourceGroupName, serverName } = street.inputsOf("sql:Server", `shard-01-${from}-server`);
    const partnerServers = [{ id: street.idOf("sql:Server", `shard-01-${to}-server`) }];
    const change = { failoverGroupName: "another", databases: [], resourceGroupName, serverName, partnerServers };
    return { method: "PUT", type: "sql:FailoverGroup", change } as const;
};

describeRefusals("customer-managed keys", ENCRYPTION_REFUSALS, {
    "server-key-name": {
        refused: serverKey({ keyName: "named-by-ourselves" }),
        allowed: serverKey(),
        message: "expected 'kv-figlo-advisor-",
    },
    "server-key-identity": {
        given: [
            {
                method: "PUT",
                type: "sql:Server",
                name: "shard-01-primary-server",
                change: { identity: { type: "None" }, primaryUserAssignedIdentityId: undefined },
            },
        ],
        refused: serverKey(),
        allowed: serverKey({}, "secondary"),
    },
    "server-key-missing": {
        refused: (street) => serverKey(inVault(ourVault(street), "gone")),
        allowed: serverKey(),
    },
    "server-key-size": {
        given: [secondKey({ keySize: 4096 })],
        refused: (street) => serverKey(inVault(ourVault(street), "second")),
        allowed: serverKey(),
        message: "2048 or 3072",
    },
    "server-key-purge-protection": {
        given: vaultAndKey("unprotected", { enablePurgeProtection: undefined }),
        refused: serverKey(inVault("unprotected", "key")),
        allowed: serverKey(),
    },
    "server-key-vault-closed": {
        given: vaultAndKey("closed", { networkAcls: { defaultAction: "Deny", bypass: "None" } }),
        refused: serverKey(inVault("closed", "key")),
        allowed: serverKey(),
        message: "'closed.vault.azure.net' is not reachable",
    },
    "server-key-permission": {
        given: [secondKey()],
        refused: (street) => serverKey(inVault(ourVault(street), "second")),
        allowed: serverKey(),
    },
    "server-key-in-use": {
        given: [serverKey(strange)],
        refused: { ...serverKey(), method: "DELETE" },
        allowed: { ...serverKey(strange), method: "DELETE" },
    },
    "encryption-protector-key-missing": {
        refused: protector(isProtectedStrangely),
        allowed: protector(),
    },
    "encryption-protector-partner": {
        given: [serverKey(strange)],
        refused: protector(isProtectedStrangely),
        allowed: protector(),
        message: "from the same key vault",
    },
    "failover-group-key": {
        given: [serverKey(strange, "secondary"), protector(isProtectedStrangely, "secondary")],
        refused: groupFrom("secondary", "primary"),
        allowed: groupFrom("primary", "secondary"),
        message: "from the same key vault",
    },
});
