import { accessRights } from "../../../cli/measures/facts/access-rights";
import { previewed, street, TODAY } from "../../street";

const factsOf = async (environment: "ontwikkeling" | "productie") =>
    accessRights.of({
        loaded: street()[environment],
        resources: (await previewed(environment)).resources,
        basis: "plan",
        today: TODAY,
    });

describe("the facts of measure 2", () => {
    it("count people's rights by how they have them, in productie the pipeline's alone always there", async () => {
        expect(await factsOf("productie")).toEqual([
            "rights of people: 2 always there, 12 for the asking; 4 kept elsewhere; 0 ended; 2 not yet",
            "rights of the platform's 4 identities: 18, and users in 3 databases",
            "customers who read their own database: tenant-t-4f9k2c-portability until 2027-02-28",
            "who deploys: figlo-advisor-pipeline-productie",
            "the next review of a right is due on 2026-12-14",
        ]);
    });

    it("tell of a review that was due, not that it is to come", () => {
        const facts = accessRights.of({
            loaded: street().test,
            resources: [],
            basis: "plan",
            today: "2026-12-15",
        });
        expect(facts.at(-1)).toBe("the next review of a right was due on 2026-12-14");
    });

    it("count none for the asking in ontwikkeling", async () => {
        expect((await factsOf("ontwikkeling"))[0]).toContain("0 for the asking");
    });
});
