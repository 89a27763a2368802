import * as resources from "@pulumi/azure-native/resources";
import { CustomDomain, type CustomDomainArgs } from "../../../infra/web/custom-domain";
import { deployed, planned } from "../../planned";
import { allBefore } from "../../stacks/all-before";
import { place, secondPlace } from "../examples";

const VAULT =
    "/subscriptions/55555555-5555-5555-5555-555555555555/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-certificates";
const BINDING = "web:WebAppHostNameBinding";
const CERTIFICATE = "web:Certificate";

const domain = (changes: Partial<CustomDomainArgs> = {}) =>
    new CustomDomain("domain", {
        place: place(),
        hostName: "advisor.figlo.example",
        siteName: "site",
        planId: "plan",
        certificate: { kind: "key-vault", vaultId: VAULT, secret: "advisor" },
        after: [],
        ...changes,
    });

describe("CustomDomain with a certificate from Key Vault", () => {
    it("takes the certificate from the vault into its own region and resource group", async () => {
        expect((await planned(() => domain())).one(CERTIFICATE).inputs).toEqual({
            name: "advisor.figlo.example-westeurope",
            resourceGroupName: "rg-primary",
            location: "westeurope",
            serverFarmId: "plan",
            keyVaultId: VAULT,
            keyVaultSecretName: "advisor",
            tags: { environment: "proef", owner: "platform-team", dataClass: "operational" },
        });
    });

    it("binds the name with TLS from the start", async () => {
        const plan = await deployed(() => domain(), { thumbprint: "ABCDEF" });
        expect(plan.one(BINDING).inputs).toEqual({
            name: "site",
            siteName: "site",
            hostName: "advisor.figlo.example",
            resourceGroupName: "rg-primary",
            hostNameType: "Verified",
            customHostNameDnsRecordType: "CName",
            azureResourceType: "Website",
            sslState: "SniEnabled",
            thumbprint: "ABCDEF",
        });
    });

    it("shows a policy which certificate the binding uses before the thumbprint is known", async () => {
        const plan = await planned(() => domain());
        expect(plan.one(BINDING).propertyDependencies?.thumbprint).toEqual([plan.one(CERTIFICATE).urn]);
    });

    it("gives the same name a certificate in each region", async () => {
        const plan = await planned(() => domain({ place: secondPlace() }));
        expect(plan.one(CERTIFICATE).inputs).toMatchObject({
            name: "advisor.figlo.example-northeurope",
            resourceGroupName: "rg-secondary",
        });
    });

    it.each([true, false])("protects the certificate as its place says: %s", async (protect) => {
        const plan = await planned(() => domain({ place: place({ protect }) }));
        expect(plan.one(CERTIFICATE).protect).toBe(protect);
    });

    it("needs no second deployment", async () => {
        expect((await planned(() => domain())).ofType("resources:Deployment")).toEqual([]);
    });

    it("refuses an id that is not a vault's", async () => {
        const certificate = { kind: "key-vault", vaultId: "kv-certificates", secret: "advisor" } as const;
        await expect(planned(() => domain({ certificate }))).rejects.toThrow(
            "'kv-certificates' is not the id of a vault",
        );
    });
});

describe("CustomDomain", () => {
    it.each([
        ["key-vault", { kind: "key-vault", vaultId: VAULT, secret: "advisor" }],
        ["managed", { kind: "managed" }],
    ] as const)("binds the name after what it is told, in state as well: %s", async (_, certificate) => {
        const plan = await planned(() => {
            const before = new resources.ResourceGroup("before", { location: "westeurope" });
            domain({ certificate, after: [before] });
        });
        const before = plan.one("resources:ResourceGroup").urn;
        expect(allBefore(plan.one(BINDING), plan)).toContain(before);
        expect(plan.one(CERTIFICATE).dependencies).toContain(
            certificate.kind === "managed" ? plan.one(BINDING).urn : before,
        );
    });

    it("refuses a bare domain, which cannot lead to Traffic Manager", async () => {
        await expect(planned(() => domain({ hostName: "figlo.example" }))).rejects.toThrow("is a bare domain");
    });

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => domain({ place: place({ region: "uksouth" }) }))).rejects.toThrow(
            "'uksouth' is not a region of the European Union",
        );
    });
});
