const { readFileSync } = require("node:fs");

/** What follows a segment of an Azure resource id: `after("/subscriptions/…/servers/sql-1", "servers")` is `sql-1`. */
const after = (id, segment) => new RegExp(`/${segment}/([^/]+)`, "i").exec(id)?.[1];

/**
 * What a state says must be restorable: servers, databases (with whether they are kept for long), and backups of documents.
 *
 * @param {string} file output of `pulumi stack export`
 */
function expected(file) {
    const { resources = [] } = JSON.parse(readFileSync(file, "utf8")).deployment;
    const made = (type) => resources.filter((each) => each.type === `azure-native:${type}` && !each.delete);
    const longTerm = new Set(
        made("sql:LongTermRetentionPolicy")
            .filter(({ inputs }) => inputs.weeklyRetention !== "PT0S")
            .map(({ inputs }) => inputs.databaseName),
    );
    return {
        servers: made("sql:Server").map(({ id, outputs }) => ({
            name: after(id, "servers"),
            group: after(id, "resourceGroups"),
            location: outputs.location.toLowerCase().replaceAll(" ", ""),
        })),
        databases: [...new Set(made("sql:Database").map(({ id }) => after(id, "databases")))].map((name) => ({
            name,
            longTerm: longTerm.has(name),
        })),
        instances: made("dataprotection:BackupInstance").map(({ id }) => ({
            name: after(id, "backupInstances"),
            vault: after(id, "backupVaults"),
            group: after(id, "resourceGroups"),
        })),
    };
}

module.exports = { expected };
