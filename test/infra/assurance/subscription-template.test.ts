import * as pulumi from "@pulumi/pulumi";
import type { Subscription } from "../../../infra/assurance/subscription";
import { subscriptionTemplate } from "../../../infra/assurance/subscription-template";
import { planned } from "../../planned";
import { subscription } from "./examples";

const object = (name: string) => ({
    type: "Microsoft.Security/pricings",
    apiVersion: "2024-01-01",
    name,
    properties: {},
});

const template = async (changes: Partial<Subscription> = {}) => {
    const args = { subscription: subscription(changes), role: "plans", objects: ["A", "B", "C"].map(object) };
    const plan = await planned(() => {
        const parent = new pulumi.ComponentResource("figlo:test:Parent", "parent");
        subscriptionTemplate("plans", args, parent);
    });
    return plan.one("resources:DeploymentAtSubscriptionScope");
};

describe("subscriptionTemplate", () => {
    it("writes one object after the other, in the order given", async () => {
        const { properties } = (await template()).inputs;
        expect(properties).toMatchObject({
            template: {
                resources: [
                    object("A"),
                    { ...object("B"), dependsOn: ["[subscriptionResourceId('Microsoft.Security/pricings', 'A')]"] },
                    { ...object("C"), dependsOn: ["[subscriptionResourceId('Microsoft.Security/pricings', 'B')]"] },
                ],
            },
        });
    });

    it("lets the first object wait for nothing", async () => {
        const { template: made } = (await template()).inputs.properties as { template: { resources: object[] } };
        expect(made.resources[0]).not.toHaveProperty("dependsOn");
    });

    it("leaves everything else in the subscription alone", async () => {
        expect((await template()).inputs.properties).toMatchObject({ mode: "Incremental" });
    });

    it("is kept in the region of the environment, which is in its name: Azure refuses one name in two regions", async () => {
        const [west, north] = [(await template()).inputs, (await template({ region: "northeurope" })).inputs];
        expect([west.deploymentName, west.location]).toEqual(["deploy-figlo-advisor-proef-plans-weu", "westeurope"]);
        expect([north.deploymentName, north.location]).toEqual(["deploy-figlo-advisor-proef-plans-neu", "northeurope"]);
    });

    it("carries the tags of what holds no data", async () => {
        expect((await template()).inputs.tags).toEqual({
            environment: "proef",
            owner: "platform-team",
            dataClass: "none",
        });
    });

    it("depends on nothing, so that it lengthens no path", async () => {
        expect((await template()).dependencies).toEqual([]);
    });

    it("refuses a region outside the European Union, and one of the EEA that is not admitted", async () => {
        await expect(template({ region: "eastus" })).rejects.toThrow("'eastus' is not a region of the European Union");
        await expect(template({ region: "norwayeast" })).rejects.toThrow("'norwayeast' is not a region");
        expect((await template({ region: "norwayeast", allowEea: true })).inputs.location).toBe("norwayeast");
    });
});
