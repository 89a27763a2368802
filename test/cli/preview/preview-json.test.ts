import { readPlan } from "../../../cli/check/read-plan";
import { stableJson } from "../../../cli/plan/stable-json";
import { previewJson } from "../../../cli/preview/preview-json";
import { previewStreet } from "../../../cli/preview/preview-street";
import { databaseAccess } from "../../../cli/separation/database-access";
import { ROOT, street, TODAY } from "../../street";

const json = async () => {
    const previews = await previewStreet({ root: ROOT, environments: ["productie"], today: TODAY }, () => {});
    return stableJson(previewJson(previews, TODAY));
};

describe("what a preview prints as JSON", () => {
    it("tells of each database which addresses, networks and identities get in", async () => {
        const { environments } = JSON.parse(await json());
        const { resources, databaseAccess: told } = environments.productie;
        expect(told).toEqual(databaseAccess(resources, street().productie));
        expect(told.map(({ tenant }: { tenant: string }) => tenant)).toEqual(
            street()
                .productie.data.tenants.map(({ id }) => id)
                .sort(),
        );
    });

    it("is the same bytes for the same files", async () => {
        expect(await json()).toBe(await json());
    });

    it("is read as a plan again", async () => {
        const { stacks } = readPlan(JSON.parse(await json()), "input");
        expect(stacks.map(({ name }) => name)).toEqual(["productie"]);
    });
});
