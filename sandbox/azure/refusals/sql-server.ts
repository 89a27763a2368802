import type { Refusal } from "../refusal";
import { badRequest } from "./answers";
import { textAt, textsAt, valueAt } from "./body";
import { isGuid, sameText } from "./ids";
import { sqlSpec } from "./sources";

const types = ["Microsoft.Sql/servers"];
const methods = ["PUT"] as const;
const source = sqlSpec("Servers");
/** Stands for an id that is left out: another row speaks of that. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

export const SQL_SERVER_REFUSALS: readonly Refusal[] = [
    {
        id: "sql-server-entra-only-password",
        title: "A server that takes Entra identities only is refused with a password.",
        source: `${source}; documentation of sql.Server; pulumi/pulumi-azure-native#2937`,
        types,
        methods,
        judge: ({ arm }) =>
            valueAt(arm.body, "properties.administrators.azureADOnlyAuthentication") === true &&
            valueAt(arm.body, "properties.administratorLoginPassword") !== undefined
                ? badRequest(
                      "AadOnlyAuthenticationIsEnabled",
                      "Azure Active Directory Only Authentication is enabled. Please contact your system administrator.",
                  )
                : undefined,
    },
    {
        id: "sql-server-entra-only-administrator",
        title: "A server that takes Entra identities only is refused without an administrator from Entra.",
        source: `${source}; pulumi/pulumi-azure-native#1042`,
        types,
        methods,
        judge: ({ arm }) =>
            valueAt(arm.body, "properties.administrators.azureADOnlyAuthentication") === true &&
            !(textAt(arm.body, "properties.administrators.login") && textAt(arm.body, "properties.administrators.sid"))
                ? badRequest(
                      "MissingExternalAdministratorWithAadOnlyAuth",
                      "In order to use Azure AD Only Authentication, please provide details of an external administrator.",
                  )
                : undefined,
    },
    {
        id: "sql-server-no-administrator",
        title: "A new server is refused without an administrator: one from Entra, or a login of SQL with its password.",
        source: `${source} (code); that both parameters are named so [U]`,
        types,
        methods,
        judge: ({ arm, existing }) => {
            const login = textAt(arm.body, "properties.administratorLogin");
            const entra = textAt(arm.body, "properties.administrators.login");
            const password = valueAt(arm.body, "properties.administratorLoginPassword");
            const lost = login === undefined ? "Login" : password === undefined ? "Password" : undefined;
            return existing === undefined && entra === undefined && lost !== undefined
                ? badRequest(
                      "InvalidParameterValue",
                      `Invalid value given for parameter ${lost}. Specify a valid parameter value.`,
                  )
                : undefined;
        },
    },
    {
        id: "sql-server-administrator-sid",
        title: "The administrator from Entra is known by an object id, which is a GUID.",
        source: `${source}; that it is only looked at as a GUID [U]`,
        types,
        methods,
        judge: ({ arm }) =>
            isGuid(textAt(arm.body, "properties.administrators.sid") ?? NOBODY)
                ? undefined
                : badRequest("InvalidExternalAdministratorSid", "Invalid or missing external administrator object id."),
    },
    {
        id: "sql-server-administrator-tenant",
        title: "The directory of the administrator from Entra is a GUID.",
        source: `${source}; that it is only looked at as a GUID [U]`,
        types,
        methods,
        judge: ({ arm }) =>
            isGuid(textAt(arm.body, "properties.administrators.tenantId") ?? NOBODY)
                ? undefined
                : badRequest(
                      "InvalidExternalAdministratorTenantId",
                      "Invalid or missing external administrator tenant id.",
                  ),
    },
    {
        id: "sql-server-administrators-alike",
        title: "The administrator from Entra has another name than the server's own login.",
        source,
        types,
        methods,
        judge: ({ arm }) => {
            const login = textAt(arm.body, "properties.administratorLogin");
            return login !== undefined && sameText(login, textAt(arm.body, "properties.administrators.login") ?? "")
                ? badRequest(
                      "ExternalAdministratorLoginSameAsSqlAdmin",
                      "The names of the Azure Active Directory administrator and of the server admin account must be different. Please provide different values.",
                  )
                : undefined;
        },
    },
    {
        id: "sql-server-identity-missing",
        title: "A server with user-assigned identity is refused without one.",
        source,
        types,
        methods,
        judge: ({ arm }) =>
            textAt(arm.body, "identity.type") === "UserAssigned" &&
            textsAt(arm.body, "identity.userAssignedIdentities{}").length === 0
                ? badRequest(
                      "MissingIdentityId",
                      "No user assigned identity is provided when the identity type is set to UserAssigned.",
                  )
                : undefined,
    },
    {
        id: "sql-server-primary-identity",
        title: "A server's primary identity must be one of those assigned to it.",
        source,
        types,
        methods,
        judge: ({ arm }) => {
            const primary = textAt(arm.body, "properties.primaryUserAssignedIdentityId");
            const assigned = textsAt(arm.body, "identity.userAssignedIdentities{}");
            return primary === undefined || assigned.some((id) => sameText(id, primary))
                ? undefined
                : badRequest(
                      "InvalidPrimaryIdentityId",
                      `The primary identity '${primary}' is not listed among the server's identities.`,
                  );
        },
    },
    {
        id: "sql-server-old-tls",
        title: "A minimal TLS version below 1.2 is no longer taken.",
        source: `${source} (code); CIS text in silverhack/monkey365 1.0.5, second-hand`,
        types,
        methods,
        judge: ({ arm }) =>
            ["1.0", "1.1"].includes(textAt(arm.body, "properties.minimalTlsVersion") ?? "")
                ? badRequest("InvalidMinimalTlsVersion", "Invalid minimal TLS version.")
                : undefined,
    },
    {
        id: "sql-server-tls-unset",
        title: "A minimal TLS version that was set once cannot go back to none.",
        source: `${source} (code); Microsoft, "Connectivity settings", 2022`,
        types,
        methods,
        judge: ({ arm, existing }) =>
            textAt(arm.body, "properties.minimalTlsVersion") === "None" &&
            !["None", undefined].includes(textAt(existing?.body, "properties.minimalTlsVersion"))
                ? badRequest("InvalidMinimalTlsVersion", "Invalid minimal TLS version.")
                : undefined,
    },
];
