import { removeOrphans } from "../../../sandbox/azure/orphans";
import { GROUP_ID, PlayedAzure, SERVER, SERVER_ID } from "./played-azure";

describe("what a stack made and does not know of", () => {
    const stackOf = (azure: PlayedAzure): string => azure.cloud.get(GROUP_ID)?.stack ?? "";

    it("is a resource group whose answer was lost: it goes, and can be made again", async () => {
        const azure = new PlayedAzure("409 after");
        const group = { resourceGroupName: "rg-proef", location: "westeurope" };
        const create = () => azure.create("azure-native:resources:ResourceGroup", group);
        await expect(create()).rejects.toThrow("Status=409");
        expect(removeOrphans(azure.cloud, stackOf(azure), [])).toEqual([GROUP_ID]);
        await expect(create()).resolves.toMatchObject({ id: GROUP_ID });
    });

    it("is told by its outermost, and goes with what stands inside", async () => {
        const azure = await new PlayedAzure().withServer();
        expect(removeOrphans(azure.cloud, stackOf(azure), [])).toEqual([GROUP_ID]);
        expect(azure.cloud.all()).toEqual([]);
    });

    it("is not what holds something that the state knows", async () => {
        const azure = await new PlayedAzure().withServer();
        await azure.create("azure-native:sql:Server", { ...SERVER, serverName: "sql-ander" });
        const held = [SERVER_ID.replace("sql-proef", "SQL-ANDER")];
        expect(removeOrphans(azure.cloud, stackOf(azure), held)).toEqual([SERVER_ID]);
        expect(azure.cloud.get(GROUP_ID)).toBeDefined();
    });

    it("is not what another stack made, nor what the state holds, nor what appeared by itself", async () => {
        const azure = await new PlayedAzure().withServer();
        const before = azure.cloud.all().length;
        expect(removeOrphans(azure.cloud, "another", [])).toEqual([]);
        expect(removeOrphans(azure.cloud, stackOf(azure), [GROUP_ID])).toEqual([]);
        expect(azure.cloud.all()).toHaveLength(before);
    });
});
