import { SQL_SERVER_REFUSALS } from "../../../../sandbox/azure/refusals/sql-server";
import { describeRefusals } from "./describe-refusals";
import { type Asked, PlayedStreet } from "./played-street";

const server = (change: Asked["change"] = {}): Asked => ({
    method: "PUT",
    type: "sql:Server",
    name: "shard-01-primary-server",
    change,
});

const GUID = "2c1f5a52-0c7a-4b5e-9d0a-6a2f0f6d1b11";
const withAdministrator = (administrator: object, others: object = {}): Asked =>
    server((inputs) => ({
        ...inputs,
        ...others,
        administrators: { ...(inputs.administrators as object), ...administrator },
    }));

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
    "sql-server-no-administrator": {
        refused: server({ serverName: "another", administrators: undefined, administratorLogin: "sa-proef" }),
        allowed: server({
            serverName: "another",
            administrators: undefined,
            administratorLogin: "sa-proef",
            administratorLoginPassword: "anything",
        }),
        message: "parameter Password",
    },
    "sql-server-administrator-sid": {
        refused: withAdministrator({ sid: "sql-administrators" }),
        allowed: withAdministrator({ sid: GUID }),
        message: "administrator object id",
    },
    "sql-server-administrator-tenant": {
        refused: withAdministrator({ tenantId: "example.com" }),
        allowed: withAdministrator({ tenantId: GUID }),
        message: "administrator tenant id",
    },
    "sql-server-administrators-alike": {
        refused: withAdministrator({ login: "Operators" }, { administratorLogin: "operators", serverName: "another" }),
        allowed: withAdministrator({ login: "Operators" }, { administratorLogin: "operator", serverName: "another" }),
        message: "must be different",
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

it("speaks of the login where a new server has no administrator at all", async () => {
    const street = await PlayedStreet.of("test");
    const { id, answer } = street.refusalOf(server({ serverName: "another", administrators: undefined })) ?? {};
    expect({ id, message: answer?.message }).toEqual({
        id: "sql-server-no-administrator",
        message: "Invalid value given for parameter Login. Specify a valid parameter value.",
    });
});
