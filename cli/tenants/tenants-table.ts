import type { Colors } from "picocolors/types";
import type { Environment } from "../../stacks/settings/environments";
import { indented } from "../show/indented";
import { type Column, plainTable } from "../show/plain-table";
import type { EnvironmentTenants, ListedTenant } from "./tenant-list";

const TENANTS: readonly Column[] = [
    { head: "Id", align: "left" },
    { head: "Name", align: "left", least: 16 },
    { head: "Shard", align: "left", drop: 2 },
    { head: "Database", align: "left", drop: 1 },
    { head: "Writes in", align: "left" },
    { head: "Status", align: "left" },
];

const OPENED: readonly Column[] = [
    { head: "Id", align: "left" },
    { head: "Lets in", align: "left", least: 20 },
    { head: "From", align: "left", least: 15 },
    { head: "Until", align: "left" },
    { head: "Now", align: "left" },
];

/** Who lives where, who of its own each lets in, and who reaches all of them; one environment after the other. */
export const tenantsTable = (environments: readonly EnvironmentTenants[], columns: number, colours: Colors): string =>
    environments.map((each) => environmentText(each, columns, colours)).join("\n");

function environmentText(listed: EnvironmentTenants, columns: number, colours: Colors): string {
    const { environment, tenants } = listed;
    const opened = tenants.flatMap(openedBy);
    return [
        `${colours.bold(`${environment}: ${tenants.length === 1 ? "1 tenant" : `${tenants.length} tenants`}`)}\n`,
        plainTable(TENANTS, tenants.map(rowOf), columns, colours),
        ...(opened.length > 0 ? ["\n", plainTable(OPENED, opened, columns, colours)] : []),
        "\n",
        ...[...tenants.flatMap((tenant) => keptUntil(tenant, environment)), ...everywhere(listed)].map((line) =>
            indented(line, 0, columns),
        ),
    ].join("");
}

const rowOf = ({ id, name, shard, database = "none", region, status }: ListedTenant): readonly string[] => [
    id,
    name,
    shard,
    database,
    region,
    status,
];

function keptUntil({ id, status, suspended, removable }: ListedTenant, environment: Environment): readonly string[] {
    if (suspended === undefined) {
        return [];
    }
    const next = removable ? `; that is over: \`otap tenants remove ${environment} ${id}\`` : "";
    return [`${id} is ${status}: without access since ${suspended.since}, kept until ${suspended.keepUntil}${next}`];
}

const openedBy = ({ id, addresses, readers }: ListedTenant): readonly (readonly string[])[] => [
    ...addresses.map(({ name, start, end, until = "", acts }) => [
        id,
        name,
        start === end ? start : `${start} to ${end}`,
        until,
        acts,
    ]),
    ...readers.map(({ group, purpose, until, acts }) => [id, `${group} (${purpose})`, "", until, acts]),
];

/** Identities and addresses that reach more than one tenant's database. */
function everywhere({ databaseAccess }: EnvironmentTenants): readonly string[] {
    const reached = new Map<string, number>();
    const count = (who: string): void => void reached.set(who, (reached.get(who) ?? 0) + 1);
    for (const { identities, addresses } of databaseAccess) {
        for (const { name, reach, members = [] } of identities) {
            if (reach === "application" || reach === "administrators") {
                const within = members.length > 0 ? `, with ${members.join(", ")} (the pipeline) in it` : "";
                count(`${reach === "application" ? "the application" : "administrators"} ${name}${within}`);
            }
        }
        for (const { name, start, end, layer, acts } of addresses) {
            if (layer === "server") {
                count(`${name} (${start === end ? start : `${start} to ${end}`}), by a rule of the server, ${acts}`);
            }
        }
    }
    return [...reached].map(([who, times]) => `${times} of ${databaseAccess.length} databases: ${who}`);
}
