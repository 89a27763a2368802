import { uncovered } from "../../../cli/measures/hosting-coverage";
import type { Attestation } from "../../../stacks/settings/data-files";

const certificate = (services: readonly string[], regions: readonly string[]) =>
    ({
        kind: "hosting-certificate",
        standard: "SOC 2",
        party: "Microsoft",
        services: [...services],
        regions: [...regions],
        date: "2026-03-02",
        until: "2027-03-01",
        by: "compliance officer",
    }) satisfies Attestation;

const USED = [
    { service: "Azure SQL Database", region: "westeurope" },
    { service: "Azure SQL Database", region: "northeurope" },
    { service: "App Service", region: "westeurope" },
    { service: "App Service", region: "northeurope" },
    { service: "Azure Traffic Manager" },
];
const ALL = ["Azure SQL Database", "App Service", "Azure Traffic Manager"];
const BOTH = ["westeurope", "northeurope"];

describe("what reports leave out", () => {
    it("is nothing where they name every service and region in use", () => {
        expect(uncovered([certificate(ALL, BOTH)], USED)).toBeUndefined();
    });

    it("is a region in which the platform is", () => {
        expect(uncovered([certificate(ALL, ["westeurope"])], USED)).toBe("everything in northeurope");
    });

    it("is a service that the plan uses, also one that lies in no region", () => {
        expect(uncovered([certificate(["App Service"], BOTH)], USED)).toBe("Azure SQL Database, Azure Traffic Manager");
    });

    it("is what is left when several reports are taken together", () => {
        const west = certificate(ALL, ["westeurope"]);
        expect(uncovered([west, certificate(ALL, ["northeurope"])], USED)).toBeUndefined();
        expect(uncovered([west, certificate(["App Service"], ["northeurope"])], USED)).toBe(
            "Azure SQL Database in northeurope",
        );
    });

    it("does not depend on 'Azure' before a name or on its case", () => {
        expect(
            uncovered([certificate(["SQL database", "Azure App Service", "traffic manager"], BOTH)], USED),
        ).toBeUndefined();
    });
});
