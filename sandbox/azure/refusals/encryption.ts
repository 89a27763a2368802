import type { Cloud, CloudObject } from "../cloud";
import type { CloudRequest, Refusal } from "../refusal";
import { badRequest, conflict } from "./answers";
import { numberAt, textAt, textsAt, valueAt } from "./body";
import { childrenOf, lastOf, parentId, sameText, within } from "./ids";
import { sqlSpec } from "./sources";

const KEYS = "Microsoft.Sql/servers/keys";
const PROTECTOR = "Microsoft.Sql/servers/encryptionProtector";
const GROUPS = "Microsoft.Sql/servers/failoverGroups";

interface VaultKey {
    /** Undefined where the vault is not one of ours. */
    readonly vault: CloudObject | undefined;
    readonly key: CloudObject | undefined;
    /** The name that the server must give it. */
    readonly name: string;
}

/** What a server key's address leads to. */
function vaultKey({ arm }: CloudRequest, cloud: Cloud): VaultKey | undefined {
    const uri = textAt(arm.body, "properties.uri") ?? "";
    const [, vaultName = "", key = "", version = ""] =
        /^https:\/\/([^./]+)\.[^/]+\/keys\/([^/]+)\/([^/]+)$/.exec(uri) ?? [];
    if (vaultName === "") {
        return undefined;
    }
    const vault = cloud.all("Microsoft.KeyVault/vaults").find(({ id }) => sameText(lastOf(id), vaultName));
    return { vault, key: vault && cloud.get(`${vault.id}/keys/${key}`), name: `${vaultName}_${key}_${version}` };
}

const hostOf = ({ arm }: CloudRequest): string => new URL(textAt(arm.body, "properties.uri") ?? "").host;

/** The principal by which a server reaches a vault, where it is known here. */
function principalOf(cloud: Cloud, serverId: string): unknown {
    const server = cloud.get(serverId);
    const assigned = textAt(server?.body, "properties.primaryUserAssignedIdentityId");
    return assigned === undefined
        ? (server?.outputs.identity as { principalId?: string } | undefined)?.principalId
        : cloud.get(assigned)?.outputs.principalId;
}

const granted = (cloud: Cloud, principal: unknown, id: string): boolean =>
    cloud
        .all("Microsoft.Authorization/roleAssignments")
        .some(
            (one) =>
                textAt(one.body, "properties.principalId") === principal &&
                within(id, one.id.slice(0, one.id.lastIndexOf("/providers/"))),
        );

/** Vault and key of a server key; its version changes with each rotation, and servers follow on their own. */
const material = (name: string): string => name.toLowerCase().split("_").slice(0, 2).join("_");
const hasMaterial = (cloud: Cloud, server: string, name: string): boolean =>
    childrenOf(cloud, server, KEYS).some(({ id }) => material(lastOf(id)) === material(name));
const isOurs = (protector: CloudRequest["arm"]["body"] | undefined): boolean =>
    textAt(protector, "properties.serverKeyType") === "AzureKeyVault";

/** The answer where a partner lacks the key that protects the primary. */
function lacking(cloud: Cloud, protector: CloudRequest["arm"]["body"] | undefined, servers: readonly string[]) {
    const name = textAt(protector, "properties.serverKeyName") ?? "";
    if (!isOurs(protector) || servers.every((server) => hasMaterial(cloud, server, name))) {
        return undefined;
    }
    return valueAt(protector, "properties.autoRotationEnabled") === true
        ? badRequest(
              "SameKeyUriNotFoundOnRemoteServer",
              "Secondary server does not have the key material from the same key vault as the primary server's encryption protector with key auto-rotation enabled.",
          )
        : badRequest(
              "SameKeyMaterialNotFoundOnRemoteServer",
              "Secondary server does not have the key material of the primary server's encryption protector.",
          );
}

type Row = Pick<Refusal, "id" | "title" | "judge"> & Partial<Refusal>;
const row = (rest: Row): Refusal => ({ source: sqlSpec("ServerKeys"), types: [KEYS], methods: ["PUT"], ...rest });

export const ENCRYPTION_REFUSALS: readonly Refusal[] = [
    row({
        id: "server-key-name",
        title: "A server's key from a vault is called <vault>_<key>_<version>.",
        judge: (request, cloud) => {
            const name = vaultKey(request, cloud)?.name;
            return name === undefined || sameText(name, lastOf(request.id))
                ? undefined
                : badRequest(
                      "InvalidKeyName",
                      `An invalid value was given for the server key name: expected '${name}'.`,
                  );
        },
    }),
    row({
        id: "server-key-identity",
        title: "A server without an identity takes no key from a vault.",
        judge: ({ id, arm }, cloud) => {
            const server = cloud.get(parentId(id));
            return textAt(arm.body, "properties.serverKeyType") === "AzureKeyVault" &&
                ["None", undefined].includes(textAt(server?.body, "identity.type"))
                ? badRequest("AzureKeyVaultNoServerIdentity", "The server identity is not correctly configured.")
                : undefined;
        },
    }),
    row({
        id: "server-key-missing",
        title: "A server's key must exist in its vault.",
        judge: (request, cloud) => {
            const found = vaultKey(request, cloud);
            return found?.vault && !found.key
                ? conflict(
                      "AzureKeyVaultKeyNameNotFound",
                      "The operation could not be completed because the Azure Key Vault Key name does not exist.",
                  )
                : undefined;
        },
    }),
    row({
        id: "server-key-size",
        title: "A server takes RSA keys of 2048 or 3072 bits only.",
        judge: (request, cloud) => {
            const key = vaultKey(request, cloud)?.key?.body;
            const fits =
                ["RSA", "RSA-HSM"].includes(textAt(key, "properties.kty") ?? "RSA") &&
                [2048, 3072].includes(numberAt(key, "properties.keySize") ?? 2048);
            return key === undefined || fits
                ? undefined
                : badRequest(
                      "AzureKeyVaultRsaKeyNotSupported",
                      "The provided key vault uses unsupported RSA Key Size or Key Type. The supported RSA key size is 2048 or 3072 and Key Type is RSA or RSA-HSM.",
                  );
        },
    }),
    row({
        id: "server-key-purge-protection",
        title: "A server takes keys only from a vault with soft delete and purge protection.",
        judge: (request, cloud) => {
            const vault = vaultKey(request, cloud)?.vault?.body;
            return vault === undefined || valueAt(vault, "properties.enablePurgeProtection") === true
                ? undefined
                : badRequest(
                      "SecurityInvalidAzureKeyVaultRecoveryLevel",
                      "The provided Key Vault uri is not valid: the vault must have soft delete and purge protection.",
                  );
        },
    }),
    row({
        id: "server-key-vault-closed",
        title: "A server reaches a vault behind a firewall only where the vault lets trusted services through.",
        source: `${sqlSpec("ServerKeys")}; Microsoft, "Transparent data encryption with customer-managed key"`,
        judge: (request, cloud) => {
            const vault = vaultKey(request, cloud)?.vault?.body;
            const closed =
                textAt(vault, "properties.networkAcls.defaultAction") === "Deny" ||
                textAt(vault, "properties.publicNetworkAccess") === "Disabled";
            return closed && textAt(vault, "properties.networkAcls.bypass") === "None"
                ? badRequest(
                      "AkvEndpointNotReachableFromNode",
                      `AKV endpoint '${hostOf(request)}' is not reachable from SQL, on server '${lastOf(parentId(request.id))}'.`,
                  )
                : undefined;
        },
    }),
    row({
        id: "server-key-permission",
        title: "A server's identity needs a role on the key before the server takes it.",
        judge: (request, cloud) => {
            const { vault, key } = vaultKey(request, cloud) ?? {};
            const principal = principalOf(cloud, parentId(request.id));
            return key &&
                valueAt(vault?.body, "properties.enableRbacAuthorization") === true &&
                principal !== undefined &&
                !granted(cloud, principal, key.id)
                ? badRequest(
                      "AzureKeyVaultMissingPermissions",
                      "The server is missing required permissions on the Azure Key Vault.",
                  )
                : undefined;
        },
    }),
    row({
        id: "server-key-in-use",
        title: "A key that protects a server's databases cannot be taken from the server.",
        methods: ["DELETE"],
        judge: ({ id }, cloud) =>
            childrenOf(cloud, parentId(id), PROTECTOR).some(({ body }) =>
                sameText(textAt(body, "properties.serverKeyName") ?? "", lastOf(id)),
            )
                ? conflict("AzureKeyVaultKeyInUse", "The key is currently being used by the server.")
                : undefined,
    }),
    row({
        id: "encryption-protector-key-missing",
        title: "A server's databases are protected by a key that the server has.",
        source: sqlSpec("EncryptionProtectors"),
        types: [PROTECTOR],
        judge: ({ id, arm }, cloud) =>
            isOurs(arm.body) &&
            cloud.get(`${parentId(id)}/keys/${textAt(arm.body, "properties.serverKeyName")}`) === undefined
                ? conflict("ServerKeyDoesNotExists", "The server key does not exist.")
                : undefined,
    }),
    row({
        id: "encryption-protector-partner",
        title: "A server that replicates is protected only by a key that its partner has too.",
        source: sqlSpec("EncryptionProtectors"),
        types: [PROTECTOR],
        judge: ({ id, arm }, cloud) =>
            lacking(
                cloud,
                arm.body,
                childrenOf(cloud, parentId(id), GROUPS)
                    .filter(({ declared }) => declared)
                    .flatMap(({ body }) => textsAt(body, "properties.partnerServers[].id")),
            ),
    }),
    row({
        id: "failover-group-key",
        title: "A failover group's partner has the key that protects the primary server.",
        source: `${sqlSpec("FailoverGroups")}; MicrosoftDocs/sql-docs#9837`,
        types: [GROUPS],
        judge: ({ id, arm }, cloud) =>
            lacking(
                cloud,
                cloud.get(`${parentId(id)}/encryptionProtector/current`)?.body,
                textsAt(arm.body, "properties.partnerServers[].id"),
            ),
    }),
];
