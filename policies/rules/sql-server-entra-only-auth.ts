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
    const beside = besides(server, stack);
    // Both write one switch in Azure, and either may be the last.
    for (const { name, props } of beside.filter((each) => each.props.azureADOnlyAuthentication !== true)) {
        report(`${found("azureADOnlyAuthentication", props.azureADOnlyAuthentication)} in ${name}`);
    }
    const isGiven = inline !== undefined && inline !== null;
    if (inline !== true && (isGiven || beside.length === 0)) {
        report(found("administrators.azureADOnlyAuthentication", inline));
    }
});

/** Azure makes a name up for a server that was given none; it shows in what is deployed and nobody can sign in with it. */
const hasSqlAdministrator = (server: ResourceView): boolean =>
    server.has("administratorLogin") && !/^CloudSA/.test(text(server.props.administratorLogin));

const besides = (server: ResourceView, stack: StackView): readonly ResourceView[] =>
    stack.referrers(server, "serverName", "azure-native:sql:ServerAzureADOnlyAuthentication");
