import type * as pulumi from "@pulumi/pulumi";
import { CustomDomain, type CustomDomainArgs } from "../../../infra/web/custom-domain";
import { requireManagedName } from "../../../infra/web/managed-certificate";
import { deployed, planned } from "../../planned";
import { place, secondPlace } from "../examples";

const BINDING = "web:WebAppHostNameBinding";
const CERTIFICATE = "web:Certificate";
const DEPLOYMENT = "resources:Deployment";

const domain = (changes: Partial<CustomDomainArgs> = {}, opts?: pulumi.ComponentResourceOptions) =>
    new CustomDomain(
        "domain",
        {
            place: place(),
            hostName: "advisor.figlo.example",
            siteName: "site",
            planId: "plan",
            certificate: { kind: "managed" },
            after: [],
            ...changes,
        },
        opts,
    );

/** The options of the one resource of a type, which a plan does not show. */
async function optionsOf(type: string): Promise<pulumi.CustomResourceOptions> {
    let found: pulumi.CustomResourceOptions | undefined;
    await planned(() =>
        domain(
            {},
            {
                transformations: [
                    (resource) => {
                        found = resource.type === `azure-native:${type}` ? resource.opts : found;
                        return undefined;
                    },
                ],
            },
        ),
    );
    return found ?? {};
}

describe("managedCertificate", () => {
    it("binds the name first, since Azure makes no certificate for a name that is not bound", async () => {
        const plan = await planned(() => domain());
        const binding = plan.one(BINDING);
        expect(binding.inputs).not.toHaveProperty("sslState");
        expect(binding.inputs).not.toHaveProperty("thumbprint");
        expect(plan.one(CERTIFICATE).dependencies).toContain(binding.urn);
        expect(plan.one(CERTIFICATE).inputs).toMatchObject({
            canonicalName: "advisor.figlo.example",
            serverFarmId: "plan",
        });
    });

    it("adds TLS to the same binding in the same deployment, by template, since the binding needs the thumbprint", async () => {
        const plan = await deployed(() => domain(), { thumbprint: "ABCDEF" });
        const { properties } = plan.one(DEPLOYMENT).inputs as { properties: Record<string, unknown> };
        expect(properties.parameters).toEqual({
            siteName: { value: "site" },
            hostName: { value: "advisor.figlo.example" },
            thumbprint: { value: "ABCDEF" },
        });
        expect(properties.template).toMatchObject({
            resources: [
                {
                    type: "Microsoft.Web/sites/hostNameBindings",
                    apiVersion: "2025-05-01",
                    name: "[format('{0}/{1}', parameters('siteName'), parameters('hostName'))]",
                    properties: {
                        hostNameType: "Verified",
                        sslState: "SniEnabled",
                        thumbprint: "[parameters('thumbprint')]",
                    },
                },
            ],
        });
    });

    it("comes after both the binding and the certificate", async () => {
        const plan = await planned(() => domain());
        expect(plan.one(DEPLOYMENT).dependencies).toEqual(
            expect.arrayContaining([plan.one(BINDING).urn, plan.one(CERTIFICATE).urn]),
        );
    });

    it("deploys incrementally: a complete deployment would empty the resource group", async () => {
        const { properties } = (await planned(() => domain())).one(DEPLOYMENT).inputs;
        expect(properties).toMatchObject({ mode: "Incremental" });
    });

    it("does not take TLS off again in the next deployment", async () => {
        expect((await optionsOf(BINDING)).ignoreChanges).toEqual(["sslState", "thumbprint"]);
    });

    it("leaves the certificate to the resource group's end, since Azure deletes none that a binding uses", async () => {
        expect((await optionsOf(CERTIFICATE)).retainOnDelete).toBe(true);
    });

    it("has a name and a resource group of its own in each region: two in one group would collide", async () => {
        const plan = await planned(() => {
            domain();
            new CustomDomain("second", {
                place: secondPlace(),
                hostName: "advisor.figlo.example",
                siteName: "second-site",
                planId: "second-plan",
                certificate: { kind: "managed" },
                after: [],
            });
        });
        const found = plan.ofType(CERTIFICATE).map(({ inputs }) => [inputs.resourceGroupName, inputs.name]);
        expect(found).toEqual([
            ["rg-primary", "advisor.figlo.example-westeurope"],
            ["rg-secondary", "advisor.figlo.example-northeurope"],
        ]);
    });

    it.each([true, false])("is protected as its place says: %s", async (protect) => {
        const plan = await planned(() => domain({ place: place({ protect }) }));
        expect(plan.one(CERTIFICATE).protect).toBe(protect);
    });

    it("refuses a name that is longer than Azure's free certificates take", () => {
        const hostName = `${"a".repeat(51)}.figlo.example`;
        expect(() => requireManagedName(hostName)).toThrow("has 65 characters; a managed certificate takes at most 64");
        expect(() => requireManagedName(hostName.slice(1))).not.toThrow();
    });
});
