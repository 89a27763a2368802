import { transport } from "../../../../cli/measures/facts/transport";
import type { PlanResource } from "../../../../cli/plan/plan";
import type { Environment } from "../../../../stacks/settings/environments";
import { previewed, street, TODAY } from "../../../street";

const facts = async (
    environment: Environment,
    change: (resource: PlanResource) => PlanResource = (resource) => resource,
): Promise<readonly string[]> => {
    const { resources } = await previewed(environment);
    return transport.of({
        loaded: street()[environment],
        resources: resources.map(change),
        basis: "plan",
        today: TODAY,
    });
};

describe("the facts of measure 9", () => {
    it("name the certificate of the public name in each region", async () => {
        expect(await facts("productie")).toEqual(
            expect.arrayContaining([
                "https://advisor.figlo.example in westeurope shows certificate 'advisor-figlo-example' of the vault kv-figlo-ops-prd-weu; TLS from 1.2 on",
                "https://advisor.figlo.example in northeurope shows certificate 'advisor-figlo-example' of the vault kv-figlo-ops-prd-neu; TLS from 1.2 on",
            ]),
        );
    });

    it("find a managed certificate, which the name's binding does not refer to", async () => {
        expect((await facts("test")).slice(0, 2)).toEqual([
            "https://test.advisor.figlo.example in westeurope shows a certificate that App Service manages, of whose end no alert tells; TLS from 1.2 on",
            "https://test.advisor.figlo.example in northeurope shows a certificate that App Service manages, of whose end no alert tells; TLS from 1.2 on",
        ]);
    });

    it("tell of each site, server, account and vault once", async () => {
        const names = (await facts("productie")).slice(2).map((fact) => fact.split(" in ")[0]);
        expect(names).toEqual([
            "primary-back-end-site",
            "primary-front-end-site",
            "secondary-back-end-site",
            "secondary-front-end-site",
            "shard-01-primary-server",
            "shard-01-secondary-server",
            "documents-account",
            "primary-hosting-packages-account",
            "secondary-hosting-packages-account",
            "primary-vault-vault",
            "secondary-vault-vault",
        ]);
    });

    it("give the versions of TLS for a site and its administration, and whether HTTP answers", async () => {
        const plain = (resource: PlanResource): PlanResource =>
            resource.name === "primary-front-end-site"
                ? {
                      ...resource,
                      inputs: { ...resource.inputs, httpsOnly: false, siteConfig: { minTlsVersion: "1.1" } },
                  }
                : resource;
        expect(await facts("productie", plain)).toContain(
            "primary-front-end-site in westeurope shows Azure's certificate at its own name; HTTP as well, TLS from 1.1 on, SCM from what is not known on",
        );
    });
});
