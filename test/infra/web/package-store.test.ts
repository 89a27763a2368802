import { PackageStore, type PackageStoreArgs } from "../../../infra/web/package-store";
import { deployed, planned } from "../../planned";
import { place, privateAccess } from "../examples";

const DIGEST = "0123456789abcdef".repeat(4);

const store = (changes: Partial<PackageStoreArgs> = {}) =>
    new PackageStore("packages", { place: place(), workspaceId: "workspace", access: privateAccess(), ...changes });

async function packageUrl(version: string, digest: string): Promise<string | undefined> {
    let url: string | undefined;
    await deployed(() => {
        store()
            .packageUrl(version, digest)
            .apply((value) => {
                url = value;
            });
    });
    return url;
}

describe("PackageStore", () => {
    it("holds no customer data and keeps its copies in the region's zones", async () => {
        const plan = await deployed(() => store());
        expect(plan.one("storage:StorageAccount").inputs).toMatchObject({
            sku: { name: "Standard_ZRS" },
            tags: { dataClass: "operational" },
        });
    });

    it("is closed, also to trusted services, and has no keys for a SAS of its own", async () => {
        const plan = await deployed(() => store());
        expect(plan.one("storage:StorageAccount").inputs).toMatchObject({
            publicNetworkAccess: "Disabled",
            allowSharedKeyAccess: false,
            networkRuleSet: { defaultAction: "Deny", bypass: "None" },
        });
    });

    it("has one private container for releases and uploads nothing: azure-native's Blob needs shared keys", async () => {
        const plan = await planned(() => store());
        expect(plan.one("storage:BlobContainer").inputs).toMatchObject({
            containerName: "releases",
            publicAccess: "None",
        });
        expect(plan.ofType("storage:Blob")).toEqual([]);
    });

    it("keeps versions and deleted packages, without a restore of the whole to a point in time", async () => {
        const plan = await deployed(() => store());
        expect(plan.one("storage:BlobServiceProperties").inputs).toMatchObject({
            isVersioningEnabled: true,
            deleteRetentionPolicy: { enabled: true, days: 30 },
            containerDeleteRetentionPolicy: { enabled: true, days: 30 },
            restorePolicy: { enabled: false },
        });
    });

    it("is reached from its own region's network only", async () => {
        const plan = await deployed(() => store());
        expect(plan.one("network:PrivateEndpoint").inputs).toMatchObject({
            subnet: { id: "subnet-of-westeurope" },
            privateLinkServiceConnections: [{ groupIds: ["blob"] }],
        });
    });

    it("names a package by version and the beginning of its digest", async () => {
        expect(await packageUrl("2.4.1", DIGEST)).toBe(
            "https://name-of-packages-account.blob.core.windows.net/releases/2.4.1-0123456789ab.zip",
        );
    });

    it("reads a digest with its algorithm in front as the same", async () => {
        expect(await packageUrl("2.4.1", `sha256:${DIGEST}`)).toBe(await packageUrl("2.4.1", DIGEST));
    });

    it.each(["", "0123", "zzzzzzzzzzzz", "sha512:0123456789ab"])("refuses the digest %p", async (digest) => {
        await expect(packageUrl("2.4.1", digest)).rejects.toThrow(`digest '${digest}': expected the package's SHA-256`);
    });

    it.each(["", "../secret", "2 4"])("refuses the version %p, which would name another blob", async (version) => {
        await expect(packageUrl(version, DIGEST)).rejects.toThrow(`version '${version}': expected letters`);
    });

    it("is protected where its place is", async () => {
        const plan = await planned(() => store());
        expect(plan.one("storage:StorageAccount").protect).toBe(true);
    });

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => store({ place: place({ region: "eastus" }) }))).rejects.toThrow(
            "'eastus' is not a region of the European Union",
        );
    });
});
