import { failOver } from "../../../sandbox/azure/failover-groups";
import { PlayedAzure, SERVER, SERVER_ID } from "./played-azure";

const RG = { resourceGroupName: "rg-proef" };
const GROUP = "azure-native:sql:FailoverGroup";
const OTHER_ID = SERVER_ID.replace("sql-proef", "sql-ander");
const [GROUP_ID, MIRROR_ID] = [`${SERVER_ID}/failoverGroups/fog`, `${OTHER_ID}/failoverGroups/fog`];
const [DATABASE_ID, COPY_ID] = [`${SERVER_ID}/databases/db`, `${OTHER_ID}/databases/db`];
const INPUTS = {
    ...RG,
    serverName: "sql-proef",
    failoverGroupName: "fog",
    partnerServers: [{ id: OTHER_ID }],
    readWriteEndpoint: { failoverPolicy: "Manual" },
    databases: [DATABASE_ID],
};
const ON_OTHER = {
    ...INPUTS,
    serverName: "sql-ander",
    partnerServers: [{ id: SERVER_ID }],
    databases: [COPY_ID],
};

/** Two servers, a database on the first, and a failover group over both. */
async function up(): Promise<PlayedAzure> {
    const azure = await new PlayedAzure().withServer();
    await azure.create("azure-native:sql:Server", { ...SERVER, serverName: "sql-ander", location: "northeurope" });
    await azure.create("azure-native:sql:Database", {
        ...RG,
        serverName: "sql-proef",
        databaseName: "db",
        location: "westeurope",
        createMode: "Default",
    });
    await azure.create(GROUP, INPUTS);
    return azure;
}

const roleOf = (azure: PlayedAzure, id: string) => azure.cloud.get(id)?.outputs.replicationRole;

describe("a failover group", () => {
    it("is told by its partner as well, which says that it is the secondary", async () => {
        const azure = await up();
        expect([roleOf(azure, GROUP_ID), roleOf(azure, MIRROR_ID)]).toEqual(["Primary", "Secondary"]);
        expect((await azure.read(GROUP, MIRROR_ID))?.inputs).toMatchObject({
            serverName: "sql-ander",
            partnerServers: [{ id: SERVER_ID }],
            databases: [COPY_ID],
        });
    });

    it("changes at its partner with every change, and goes there when it is deleted", async () => {
        const azure = await up();
        await azure.update(GROUP, GROUP_ID, INPUTS, { ...INPUTS, databases: [] });
        expect(azure.cloud.get(MIRROR_ID)?.body).toMatchObject({ properties: { databases: [] } });
        await azure.delete(GROUP, GROUP_ID, INPUTS);
        expect(azure.cloud.get(MIRROR_ID)).toBeUndefined();
    });

    it("goes at its partner when the server with it goes", async () => {
        const azure = await up();
        await azure.delete("azure-native:sql:Server", SERVER_ID, SERVER);
        expect(azure.cloud.get(MIRROR_ID)).toBeUndefined();
    });
});

describe("a planned failover", () => {
    it("is refused on the server that is the primary already, and of a group that is not there", async () => {
        const { cloud } = await up();
        const before = cloud.snapshot();
        expect(failOver(cloud, GROUP_ID)?.code).toBe("FailoverGroupFailoverRequestOnPrimary");
        expect(failOver(cloud, `${MIRROR_ID}-2`)?.code).toBe("FailoverGroupDoesNotExist");
        expect(cloud.snapshot()).toEqual(before);
    });

    it("gives both servers the other role", async () => {
        const azure = await up();
        expect(failOver(azure.cloud, MIRROR_ID)).toBeUndefined();
        expect([roleOf(azure, GROUP_ID), roleOf(azure, MIRROR_ID)]).toEqual(["Secondary", "Primary"]);
    });

    it("makes the copies what is written, and what was written the copies", async () => {
        const { cloud } = await up();
        failOver(cloud, MIRROR_ID);
        expect(cloud.get(COPY_ID)).toMatchObject({
            declared: true,
            stack: "proef",
            body: { location: "northeurope", properties: { createMode: "Default" } },
        });
        expect(cloud.get(COPY_ID)?.body.properties).not.toHaveProperty("sourceDatabaseId");
        expect(cloud.get(DATABASE_ID)).toMatchObject({
            declared: false,
            stack: undefined,
            body: { location: "westeurope", properties: { createMode: "Secondary", sourceDatabaseId: COPY_ID } },
        });
    });

    it("has the group changed and deleted on the new primary only", async () => {
        const azure = await up();
        failOver(azure.cloud, MIRROR_ID);
        const refused = { message: expect.stringContaining("FailoverGroupUpdateOrDeleteRequestOnSecondary") };
        await expect(azure.update(GROUP, GROUP_ID, INPUTS, INPUTS)).rejects.toMatchObject(refused);
        await expect(azure.delete(GROUP, GROUP_ID, INPUTS)).rejects.toMatchObject(refused);
        await azure.update(GROUP, MIRROR_ID, ON_OTHER, ON_OTHER);
        await azure.delete(GROUP, MIRROR_ID, ON_OTHER);
        expect(azure.cloud.get(GROUP_ID)).toBeUndefined();
    });

    it("changes no input of the group in a refresh, on either server", async () => {
        const azure = await up();
        const before = azure.cloud.get(GROUP_ID)?.outputs;
        failOver(azure.cloud, MIRROR_ID);
        expect((await azure.read(GROUP, GROUP_ID, INPUTS, before))?.inputs).toEqual(INPUTS);
        const told = azure.cloud.get(MIRROR_ID)?.outputs;
        expect((await azure.read(GROUP, MIRROR_ID, ON_OTHER, told))?.inputs).toEqual(ON_OTHER);
    });

    it("and one back leave everything as it was", async () => {
        const { cloud } = await up();
        // A copy that was made once keeps the word for how: Azure tells nobody.
        const seen = () => [GROUP_ID, MIRROR_ID].map((id) => cloud.get(id));
        const before = seen();
        failOver(cloud, MIRROR_ID);
        failOver(cloud, GROUP_ID);
        expect(seen()).toEqual(before);
        expect(cloud.get(COPY_ID)?.body.properties).toMatchObject({ sourceDatabaseId: DATABASE_ID });
    });
});
