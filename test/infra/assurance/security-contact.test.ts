import { SecurityContact } from "../../../infra/assurance/security-contact";
import { planned } from "../../planned";
import { subscription } from "./examples";

const contact = async (emails: readonly string[] = ["team@figlo.example"]) => {
    const plan = await planned(() => new SecurityContact("contact", { subscription: subscription(), emails }));
    const { properties } = plan.one("resources:DeploymentAtSubscriptionScope").inputs;
    return (properties as { template: { resources: Record<string, unknown>[] } }).template.resources;
};

describe("SecurityContact", () => {
    it("is the one contact that a subscription has", async () => {
        expect(await contact()).toMatchObject([{ type: "Microsoft.Security/securityContacts", name: "default" }]);
    });

    it("tells every address and the owners, of alerts of medium severity or higher", async () => {
        const [{ properties } = {}] = await contact(["team@figlo.example", "on-call@figlo.example"]);
        expect(properties).toEqual({
            isEnabled: true,
            emails: "team@figlo.example;on-call@figlo.example",
            notificationsByRole: { state: "On", roles: ["Owner"] },
            notificationsSources: [{ sourceType: "Alert", minimalSeverity: "Medium" }],
        });
    });

    it("refuses to tell nobody, or what is no address", async () => {
        await expect(contact([])).rejects.toThrow("emails: nobody would be told");
        await expect(contact(["team"])).rejects.toThrow("emails: 'team' is not an e-mail address");
    });
});
