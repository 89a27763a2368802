import type { JsonObject } from "../../arm/json";
import type { Cloud, CloudObject } from "./cloud";
import { defaultStateOf, writeDefaultsInside } from "./default-states";
import { deletedName } from "./deleted-names";
import { mirrorOnPartner, removeMirror } from "./failover-groups";
import { cutGeoLinks, writeGeoSecondaries } from "./geo-secondaries";
import { writeListedChildren } from "./listed-children";

/** Survives what it was set on, and comes back with it (azure-docs PR 107734): the next creation meets an existing resource. */
const SURVIVES = "microsoft.insights/diagnosticsettings";

const VAULT_OBJECTS = ["microsoft.keyvault/vaults/keys", "microsoft.keyvault/vaults/secrets"];

/** What Azure does besides writing an object. */
export function afterWrite(cloud: Cloud, object: CloudObject, existing: CloudObject | undefined): void {
    if (existing === undefined) {
        writeDefaultsInside(cloud, object);
    }
    switch (object.type.toLowerCase()) {
        case "microsoft.keyvault/vaults":
            recoverVault(cloud, object);
            keepIrreversible(cloud, object, existing);
            break;
        case "microsoft.sql/servers":
            writeMaster(cloud, object);
            break;
        case "microsoft.sql/servers/failovergroups":
            writeGeoSecondaries(cloud, object);
            mirrorOnPartner(cloud, object);
            break;
        default:
            writeListedChildren(cloud, object);
    }
}

/**
 * What Azure does besides deleting an object: vaults, keys and secrets stay behind under their names, diagnostic settings without what they were set on, and
 * a setting that is always there goes back to its default. A deleted failover group leaves its geo-secondaries (azure-rest-api-specs#10511), linked as they were.
 *
 * @param inside what stood in the object
 * @param type its type token
 */
export function afterDelete(cloud: Cloud, object: CloudObject, inside: readonly CloudObject[], type: string): void {
    rememberDeleted(cloud, [object, ...inside]);
    cutGeoLinks(cloud, [object, ...inside]);
    removeMirrors(cloud, [object, ...inside]);
    const isGroup = object.type.toLowerCase() === "microsoft.resources/resourcegroups";
    for (const survivor of isGroup ? [] : inside.filter((one) => one.type.toLowerCase() === SURVIVES)) {
        cloud.write({ ...survivor, declared: false });
    }
    const parent = cloud.get(object.id.split("/").slice(0, -2).join("/"));
    if (defaultStateOf(type) !== undefined && parent !== undefined) {
        writeDefaultsInside(cloud, parent);
    }
}

function removeMirrors(cloud: Cloud, gone: readonly CloudObject[]): void {
    const groups = gone.filter(({ type }) => type.toLowerCase() === "microsoft.sql/servers/failovergroups");
    groups.forEach((group) => void removeMirror(cloud, group));
}

/** Names in Key Vault outlive what had them. What was deleted inside a vault goes where the vault goes. */
function rememberDeleted(cloud: Cloud, gone: readonly CloudObject[]): void {
    const ofType = (type: string) => gone.filter((one) => one.type.toLowerCase() === type);
    const vaults = ofType("microsoft.keyvault/vaults");
    const objects = vaults.length > 0 ? [] : VAULT_OBJECTS.flatMap(ofType);
    for (const { id } of [...vaults, ...objects]) {
        cloud.rememberDeleted({ name: deletedName(id), id });
    }
    for (const { name, id } of [...cloud.deletedVaults.values()]) {
        if (vaults.some((vault) => id.toLowerCase().startsWith(`${vault.id}/`.toLowerCase()))) {
            cloud.forgetDeleted(name);
        }
    }
}

function recoverVault(cloud: Cloud, vault: CloudObject): void {
    if ((vault.body.properties as JsonObject | undefined)?.createMode === "recover") {
        cloud.forgetDeleted(vault.id.split("/").at(-1) ?? "");
    }
}

/** What a vault was once given stays: an update that leaves it out changes nothing of it, and one that says false is refused. */
function keepIrreversible(cloud: Cloud, vault: CloudObject, existing: CloudObject | undefined): void {
    const [before, now] = [existing, vault].map((one) => (one?.body.properties ?? {}) as JsonObject);
    const kept = ["enablePurgeProtection", "enableSoftDelete"]
        .filter((name) => before?.[name] === true && now?.[name] === undefined)
        .map((name) => [name, true] as const);
    if (kept.length > 0) {
        const properties = Object.fromEntries(kept);
        cloud.write({
            ...vault,
            body: { ...vault.body, properties: { ...now, ...properties } },
            outputs: {
                ...vault.outputs,
                properties: { ...(vault.outputs.properties as JsonObject | undefined), ...properties },
            },
        });
    }
}

/** Every server has it from the start; audit logs are set on it. */
function writeMaster(cloud: Cloud, server: CloudObject): void {
    const id = `${server.id}/databases/master`;
    if (cloud.get(id) === undefined) {
        const { location } = server.body;
        cloud.write({
            id,
            type: "Microsoft.Sql/servers/databases",
            apiVersion: server.apiVersion,
            body: { ...(location === undefined ? {} : { location }), properties: {} },
            outputs: { location, name: "master", type: "Microsoft.Sql/servers/databases" },
            declared: false,
        });
    }
}
