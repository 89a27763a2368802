import { exchanged, type ServerPlace } from "../../arm/exchanged";
import { isObject, type JsonObject } from "../../arm/json";
import type { Cloud, CloudObject } from "./cloud";
import type { AzureError } from "./refusal";
import { badRequest, notFound } from "./refusals/answers";
import { textAt, textsAt } from "./refusals/body";

const GROUPS = "microsoft.sql/servers/failovergroups";

/**
 * The group as its partner's server tells it: in Azure either server answers, and says which role it has itself
 * (Azure-Samples/azure-cli-samples, add-single-db-to-failover-group-az-cli.sh). That the databases of that answer are the copies is unverified.
 */
export function mirrorOnPartner(cloud: Cloud, group: CloudObject): void {
    const sides = sidesOf(cloud, group);
    if (sides !== undefined) {
        cloud.write(asSecondary(exchanged(group, ...sides)));
    }
}

/** A group that is deleted is gone on both servers. */
export function removeMirror(cloud: Cloud, group: CloudObject): void {
    const [partner] = isSecondary(group) ? [] : textsAt(group.body, "properties.partnerServers[].id");
    if (partner !== undefined) {
        cloud.remove(`${partner}/failoverGroups/${group.id.split("/").at(-1)}`);
    }
}

/**
 * A planned failover: `az sql failover-group set-primary` on the server that takes over. Roles of the group and of its databases change places,
 * nothing is lost, and both servers keep what else is set on them (Microsoft.Sql 2023-08-01, FailoverGroups_Failover and its example).
 *
 * @param id of the group on the server that takes over
 * @returns what Azure refuses, or nothing when it is done
 */
export function failOver(cloud: Cloud, id: string): AzureError | undefined {
    const mirror = cloud.get(id);
    if (mirror === undefined || mirror.type.toLowerCase() !== GROUPS) {
        return notFound("FailoverGroupDoesNotExist", `Failover group '${id}' does not exist.`);
    }
    const sides = sidesOf(cloud, mirror);
    if (!isSecondary(mirror) || sides === undefined) {
        return badRequest(
            "FailoverGroupFailoverRequestOnPrimary",
            "The failover request should be initiated on the secondary server of failover group.",
        );
    }
    const [taking, leaving] = sides;
    const group = cloud.get(exchanged(id, taking, leaving));
    if (group === undefined) {
        return notFound("FailoverGroupDoesNotExist", `Failover group '${id}' does not exist on its primary server.`);
    }
    for (const database of textsAt(group.body, "properties.databases[]")) {
        exchangeRoles(cloud, database, exchanged(database, leaving, taking));
    }
    cloud.write(exchanged(group, leaving, taking));
    cloud.write(asSecondary(group));
    return undefined;
}

/** Whose copy is written now: the link goes the other way. */
function exchangeRoles(cloud: Cloud, primaryId: string, copyId: string): void {
    const [primary, copy] = [cloud.get(primaryId), cloud.get(copyId)];
    if (primary === undefined || copy === undefined) {
        return;
    }
    const { createMode, sourceDatabaseId: _link, secondaryType: _type, ...rest } = propertiesOf(copy);
    const { secondaryType: _told, ...outputs } = copy.outputs;
    const mode: JsonObject = createMode === undefined ? {} : { createMode: "Default" };
    const { declared, stack } = primary;
    cloud.write({ ...copy, body: { ...copy.body, properties: { ...rest, ...mode } }, outputs, declared, stack });
    cloud.write({
        ...primary,
        body: {
            ...primary.body,
            properties: {
                ...propertiesOf(primary),
                createMode: "Secondary",
                secondaryType: "Geo",
                sourceDatabaseId: copy.id,
            },
        },
        outputs: { ...primary.outputs, secondaryType: "Geo" },
        declared: false,
        stack: undefined,
    });
}

const asSecondary = (group: CloudObject): CloudObject => ({
    ...group,
    outputs: { ...group.outputs, replicationRole: "Secondary" },
    declared: false,
    stack: undefined,
});

const isSecondary = ({ outputs }: CloudObject): boolean => outputs.replicationRole === "Secondary";

/** The server that a group is on, and its partner; nothing while the partner is not there. */
function sidesOf(cloud: Cloud, group: CloudObject): readonly [ServerPlace, ServerPlace] | undefined {
    const [partner] = textsAt(group.body, "properties.partnerServers[].id");
    const own = placeOf(cloud, group.id.split("/").slice(0, -2).join("/"));
    const other = partner === undefined ? undefined : placeOf(cloud, partner);
    return own && other && [own, other];
}

function placeOf(cloud: Cloud, id: string): ServerPlace | undefined {
    const server = cloud.get(id);
    return server && { id: server.id, location: textAt(server.body, "location") ?? "" };
}

const propertiesOf = ({ body }: CloudObject): JsonObject => (isObject(body.properties) ? body.properties : {});
