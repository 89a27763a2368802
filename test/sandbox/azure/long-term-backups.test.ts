import { longTermBackups, takeLongTermBackups } from "../../../sandbox/azure/long-term-backups";
import { PlayedAzure, SERVER_ID } from "./played-azure";

const RG = { resourceGroupName: "rg-proef" };
const ON = { ...RG, serverName: "sql-proef", databaseName: "db" };
const POLICY = { ...ON, policyName: "default", weeklyRetention: "P4W" };

async function withPolicy(policy = POLICY) {
    const azure = await new PlayedAzure("", []).withServer();
    const database = await azure.create("azure-native:sql:Database", { ...ON, location: "westeurope" });
    await azure.create("azure-native:sql:LongTermRetentionPolicy", policy);
    return { azure, database };
}

describe("long-term backups", () => {
    it("are taken weekly of a database with a policy", async () => {
        const { azure } = await withPolicy();
        takeLongTermBackups(azure.cloud, "2026-11-22");
        takeLongTermBackups(azure.cloud, "2026-11-29");
        expect(longTermBackups(azure.cloud, "db")).toEqual(["2026-11-22", "2026-11-29"]);
    });

    it("are not taken where the policy keeps nothing, as that of a new database", async () => {
        const { azure } = await withPolicy({ ...POLICY, weeklyRetention: "PT0S" });
        takeLongTermBackups(azure.cloud, "2026-11-22");
        expect(longTermBackups(azure.cloud, "db")).toEqual([]);
    });

    it("outlive their database and its server", async () => {
        const { azure, database } = await withPolicy();
        takeLongTermBackups(azure.cloud, "2026-11-22");
        await azure.delete("azure-native:sql:Database", database.id, ON);
        await azure.delete("azure-native:sql:Server", SERVER_ID, { ...RG, serverName: "sql-proef" });
        expect(longTermBackups(azure.cloud, "db")).toEqual(["2026-11-22"]);
        takeLongTermBackups(azure.cloud, "2026-11-29");
        expect(longTermBackups(azure.cloud, "db")).toEqual(["2026-11-22"]);
    });
});
