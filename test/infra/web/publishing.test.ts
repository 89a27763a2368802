import { WebApp } from "../../../infra/web/web-app";
import { deployed, planned } from "../../planned";
import { backEndArgs, frontEndArgs } from "./example-site";

describe("publishing", () => {
    it.each([
        ["front-end", frontEndArgs],
        ["back-end", backEndArgs],
    ])(
        "refuses a user name and password on a %s, for FTP and for SCM: Azure's default allows both",
        async (_, args) => {
            const plan = await deployed(() => new WebApp("site", args()), { defaultHostName: "site.figlo.example" });
            const refused = { name: "name-of-site-site", resourceGroupName: "rg-primary", allow: false };
            expect(plan.one("web:WebAppFtpAllowed").inputs).toEqual(refused);
            expect(plan.one("web:WebAppScmAllowed").inputs).toEqual(refused);
        },
    );

    it("writes one after the other, since two writes to one site can meet a 409 that is not retried", async () => {
        const plan = await planned(() => new WebApp("site", frontEndArgs()));
        const scm = plan.one("web:WebAppScmAllowed");
        expect(scm.dependencies).toContain(plan.one("web:WebAppFtpAllowed").urn);
    });
});
