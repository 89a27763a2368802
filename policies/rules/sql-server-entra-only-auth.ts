import { SERVER } from "../azure-types";
import type { ResourceView, StackView } from "../model";
import { stackRule } from "../rule";
import { found, text } from "../show";

export const sqlServerEntraOnlyAuth = stackRule([SERVER], (server, report, { stack }) => {
    if (hasSqlAdministrator(server)) {
        report("administratorLogin is set: a SQL login with a password");
    }
    if (server.has("administratorLoginPassword")) {
        report("administratorLoginPassword is set");
    }
    const inline = server.props.administrators?.azureADOnlyAuthentication;
    if (inline !== true && !isSwitchedOnBeside(server, stack)) {
        report(found("administrators.azureADOnlyAuthentication", inline));
    }
});

/** Azure makes a name up for a server that was given none; it shows in what is deployed and nobody can sign in with it. */
const hasSqlAdministrator = (server: ResourceView): boolean =>
    server.has("administratorLogin") && !/^CloudSA/.test(text(server.props.administratorLogin));

const isSwitchedOnBeside = (server: ResourceView, stack: StackView): boolean =>
    stack
        .referrers(server, "serverName", "azure-native:sql:ServerAzureADOnlyAuthentication")
        .some(({ props }) => props.azureADOnlyAuthentication === true);
