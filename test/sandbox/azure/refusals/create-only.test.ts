import { CREATE_ONLY_REFUSALS } from "../../../../sandbox/azure/refusals/create-only";
import { describeRefusals, type Example } from "./describe-refusals";
import type { Asked, PlayedStreet } from "./played-street";

/** A planned one, written once more with an input that Azure does not take, and with one that it does. */
function fixed(
    type: string,
    input: string,
    refused: unknown,
    allowed: unknown,
    message = "cannot be changed",
): Example {
    const ask = (value: unknown): Asked => ({ method: "PUT", type, change: { [input]: value } });
    return { refused: ask(refused), allowed: ask(allowed), message };
}

/** A planned one, written once more with other inputs; as a new one it is allowed. */
function onlyNew(type: string, other: Record<string, unknown>, name: Record<string, string>, message: string): Example {
    return {
        refused: { method: "PUT", type, change: other },
        allowed: { method: "PUT", type, change: { ...other, ...name } },
        message,
    };
}

const SERVER = "shard-01-primary-server";
const PRINCIPAL = "11111111-2222-4333-8444-555555555555";
const ANOTHER_ASSIGNMENT = { roleAssignmentName: "66666666-7777-4888-8999-000000000000" };
const READER = "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7";

const withLogin = (administratorLogin: string): Asked => ({
    method: "PUT",
    type: "sql:Server",
    name: SERVER,
    change: { serverName: "another", administratorLogin },
});

const withPartner = (id: string): Asked => ({
    method: "PUT",
    type: "sql:FailoverGroup",
    change: { partnerServers: [{ id }] },
});

const inRunners = (street: PlayedStreet, name: Record<string, string> = {}): Asked => ({
    method: "PUT",
    type: "network:PrivateEndpoint",
    name: "documents-link-westeurope-endpoint",
    change: { subnet: { id: street.idOf("network:Subnet", "primary-network-runners-subnet") }, ...name },
});

const keepingFor = (softDeleteRetentionInDays: number): Asked => ({
    method: "PUT",
    type: "keyvault:Vault",
    change: ({ properties, ...planned }) => ({
        ...planned,
        properties: { ...(properties as object), softDeleteRetentionInDays },
    }),
});

describeRefusals("what is fixed at creation", CREATE_ONLY_REFUSALS, {
    "fixed-database-catalog-collation": fixed("sql:Database", "catalogCollation", "DATABASE_DEFAULT", undefined),
    "fixed-database-collation": fixed("sql:Database", "collation", "Latin1_General_100_CI_AS_SC", undefined),
    "fixed-database-ledger": fixed("sql:Database", "isLedgerOn", true, false),
    "fixed-failover-group-partner": {
        refused: (street) => withPartner(street.idOf("sql:Server", SERVER, { serverName: "elsewhere" })),
        allowed: (street) => withPartner(street.idOf("sql:Server", "shard-01-secondary-server").toUpperCase()),
        message: "read-only property 'partnerServers'",
    },
    "fixed-private-endpoint-subnet": {
        refused: inRunners,
        allowed: (street) => inRunners(street, { privateEndpointName: "another" }),
        message: "cannot be changed",
    },
    "fixed-role-assignment-principal": onlyNew(
        "authorization:RoleAssignment",
        { principalId: PRINCIPAL },
        ANOTHER_ASSIGNMENT,
        "principal ID, and scope are not allowed to be updated",
    ),
    "fixed-role-assignment-role": onlyNew(
        "authorization:RoleAssignment",
        { roleDefinitionId: READER },
        ANOTHER_ASSIGNMENT,
        "are not allowed to be updated",
    ),
    // Left out, it is asked for Windows.
    "fixed-plan-system": fixed("web:AppServicePlan", "reserved", undefined, true, "You cannot change the OS"),
    "fixed-sql-server-login": {
        given: [withLogin("first")],
        refused: withLogin("second"),
        allowed: withLogin("first"),
        message: "cannot be changed from 'first' to 'second'",
    },
    "fixed-storage-hierarchical": fixed("storage:StorageAccount", "isHnsEnabled", true, false, "it is read-only"),
    "fixed-storage-immutability": fixed(
        "storage:StorageAccount",
        "immutableStorageWithVersioning",
        { enabled: true },
        { enabled: false },
    ),
    "fixed-vault-retention": {
        refused: keepingFor(30),
        allowed: keepingFor(90),
        message: "it can't be modified",
    },
});
