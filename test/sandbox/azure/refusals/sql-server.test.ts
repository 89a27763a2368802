import { SQL_SERVER_REFUSALS } from "../../../../sandbox/azure/refusals/sql-server";
import { describeRefusals } from "./describe-refusals";
import type { Asked, PlayedStreet } from "./played-street";

const server = (change: Asked["change"] = {}): Asked => ({
    method: "PUT",
    type: "sql:Server",
    name: "shard-01-primary-server",
    change,
});

const identity = (street: PlayedStreet, name: string): string =>
    street.idOf("managedidentity:UserAssignedIdentity", name);

describeRefusals("SQL servers", SQL_SERVER_REFUSALS, {
    "sql-server-entra-only-password": {
        refused: server({ administratorLoginPassword: "anything" }),
        allowed: server(),
        message: "Azure Active Directory Only Authentication is enabled",
    },
    "sql-server-entra-only-administrator": {
        refused: server({ administrators: { azureADOnlyAuthentication: true } }),
        allowed: server({ administrators: undefined }),
        message: "please provide details of an external administrator",
    },
    "sql-server-identity-missing": {
        refused: server({ identity: { type: "UserAssigned" }, primaryUserAssignedIdentityId: undefined }),
        allowed: server({ identity: { type: "SystemAssigned" }, primaryUserAssignedIdentityId: undefined }),
    },
    "sql-server-primary-identity": {
        refused: (street) => server({ primaryUserAssignedIdentityId: identity(street, "back-end-identity") }),
        allowed: (street) => server({ primaryUserAssignedIdentityId: identity(street, "database-key-identity") }),
        message: "id-figlo-advisor-test-back-end-weu' is not listed",
    },
    "sql-server-old-tls": {
        refused: server({ minimalTlsVersion: "1.1" }),
        allowed: server({ minimalTlsVersion: "1.3" }),
    },
    "sql-server-tls-unset": {
        refused: server({ minimalTlsVersion: "None" }),
        allowed: server({ minimalTlsVersion: "None", serverName: "never-set" }),
    },
});
