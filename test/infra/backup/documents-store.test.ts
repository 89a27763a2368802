import { DocumentsStore, type DocumentsStoreArgs } from "../../../infra/backup/documents-store";
import { deployed, planned } from "../../planned";
import { place, privateAccess, secondPlace } from "../examples";

const store = (changes: Partial<DocumentsStoreArgs> = {}) =>
    new DocumentsStore("documents", {
        place: place(),
        workspaceId: "workspace",
        accesses: [privateAccess(), privateAccess(secondPlace())],
        tenants: [
            { id: "t-0002", released: false },
            { id: "t-0001", released: false },
        ],
        pointInTimeDays: 28,
        softDeleteDays: 35,
        ...changes,
    });

describe("DocumentsStore", () => {
    it("holds customer data, copied to the region's pair", async () => {
        const plan = await deployed(() => store());
        expect(plan.one("storage:StorageAccount").inputs).toMatchObject({
            sku: { name: "Standard_RAGZRS" },
            tags: { dataClass: "customer" },
        });
    });

    it("refuses a region without a pair: customers' documents would have no copy elsewhere", async () => {
        await expect(planned(() => store({ place: place({ region: "polandcentral" }) }))).rejects.toThrow(
            "'polandcentral' has no pair",
        );
    });

    it("refuses to be reached by nobody, and twice from one region", async () => {
        await expect(planned(() => store({ accesses: [] }))).rejects.toThrow("reached by nobody");
        const accesses = [privateAccess(), privateAccess(place({ region: "West Europe" }))];
        await expect(planned(() => store({ accesses }))).rejects.toThrow("'westeurope' is named twice");
    });

    it("separates tenants by private, protected containers", async () => {
        const plan = await planned(() => store());
        const containers = plan.ofType("storage:BlobContainer");
        expect(containers.map((r) => [r.name, r.inputs.publicAccess, r.protect])).toEqual([
            ["documents-documents-t-0001", "None", true],
            ["documents-documents-t-0002", "None", true],
        ]);
    });

    it("keeps what was deleted and restores to a point in time, as given", async () => {
        const plan = await deployed(() => store());
        expect(plan.one("storage:BlobServiceProperties").inputs).toMatchObject({
            accountName: "name-of-documents-account",
            blobServicesName: "default",
            isVersioningEnabled: true,
            changeFeed: { enabled: true },
            deleteRetentionPolicy: { enabled: true, days: 35 },
            containerDeleteRetentionPolicy: { enabled: true, days: 35 },
            restorePolicy: { enabled: true, days: 28 },
        });
    });

    it("is open to Azure Backup, and to the networks of both regions", async () => {
        const plan = await deployed(() => store());
        expect(plan.one("storage:StorageAccount").inputs.networkRuleSet).toMatchObject({ bypass: "AzureServices" });
        expect(plan.ofType("network:PrivateEndpoint").map((r) => r.inputs.subnet)).toMatchObject([
            { id: "subnet-of-westeurope" },
            { id: "subnet-of-northeurope" },
        ]);
    });

    it("adds a tenant without touching another: the lists are keyed by id", async () => {
        const before = await planned(() => store());
        const after = await planned(() =>
            store({
                tenants: [
                    { id: "t-0000", released: false },
                    { id: "t-0001", released: false },
                    { id: "t-0002", released: false },
                ],
            }),
        );
        const urns = (plan: typeof before) => plan.ofType("storage:BlobContainer").map((r) => r.urn);
        expect(urns(after)).toEqual(expect.arrayContaining([...urns(before)]));
    });

    it("knows its containers before anything exists", async () => {
        let containers: readonly string[] = [];
        await planned(() => {
            containers = store().containers;
        });
        expect(containers).toEqual(["documents-t-0001", "documents-t-0002"]);
    });

    it("refuses a tenant that cannot be a container", async () => {
        await expect(planned(() => store({ tenants: [{ id: "Acme", released: false }] }))).rejects.toThrow(
            "'documents-Acme' cannot be a container",
        );
    });

    it("refuses a restore as far back as soft delete", async () => {
        await expect(planned(() => store({ pointInTimeDays: 35 }))).rejects.toThrow("less than softDeleteDays (35)");
    });

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => store({ place: place({ region: "eastus" }) }))).rejects.toThrow(
            "'eastus' is not a region of the European Union",
        );
    });
});
