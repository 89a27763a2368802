import type { SqlRefusal } from "../sql-refusal";
import { AZURE_ERRORS, ERRORS } from "./sources";

/** At the door of a server. */
export const LOGIN_REFUSALS = {
    noServer: {
        number: 40532,
        severity: 11,
        text: 'Cannot open server "%s" requested by the login. The login failed.',
        title: "A login to a server that is not there, by its name or a failover group's.",
        source: AZURE_ERRORS,
    },
    closedServer: {
        number: 47073,
        severity: 20,
        text: "An instance-specific error occurred while establishing a connection to SQL Server. The public network interface on this server is not accessible. To connect to this server, use the Private Endpoint from inside your virtual network.",
        title: "A login to a server whose public access is disabled, not by a private endpoint.",
        source: 'Microsoft, "Connectivity settings", error 47073',
    },
    noDatabase: {
        number: 4060,
        severity: 11,
        text: 'Cannot open database "%s" requested by the login. The login failed.',
        title: "A login to a database that is not there; 18456 follows.",
        source: AZURE_ERRORS,
    },
    noLogin: {
        number: 18456,
        severity: 14,
        text: "Login failed for user '<token-identified principal>'.",
        title: "A login with a token that is not valid, or of somebody who is no user of the database.",
        source: `${ERRORS}; the name of the user`,
    },
    noAddress: {
        number: 40615,
        severity: 14,
        text: "Cannot open server '%s' requested by the login. Client with IP address '%s' is not allowed to access the server. To enable access, use the Azure Management Portal or run sp_set_firewall_rule on the master database to create a firewall rule for this IP address or address range. It may take up to five minutes for this change to take effect.",
        title: "A login from an address that neither the server nor the database admits.",
        source: AZURE_ERRORS,
    },
} as const satisfies Readonly<Record<string, SqlRefusal>>;
