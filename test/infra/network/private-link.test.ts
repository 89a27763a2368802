import { PrivateLink, type PrivateLinkArgs } from "../../../infra/network/private-link";
import type { Place } from "../../../infra/place";
import { deployed, planned } from "../../planned";
import { place, privateAccess, secondPlace } from "../examples";

const link = (changes: Partial<PrivateLinkArgs> = {}) =>
    new PrivateLink("sql-link", {
        access: privateAccess(),
        service: "sqlServer",
        targetId: "server",
        role: "sql-primary",
        ...changes,
    });

describe("PrivateLink", () => {
    it("leads from the subnet to the target's service", async () => {
        const plan = await planned(() => link());
        expect(plan.one("network:PrivateEndpoint").inputs).toMatchObject({
            subnet: { id: "subnet-of-westeurope", privateEndpointNetworkPolicies: "Enabled" },
            privateLinkServiceConnections: [
                { name: "sql-primary", privateLinkServiceId: "server", groupIds: ["sqlServer"] },
            ],
        });
    });

    it("lives with its network, wherever its target is", async () => {
        const plan = await planned(() => link({ access: privateAccess(secondPlace()) }));
        expect(plan.one("network:PrivateEndpoint").inputs).toMatchObject({
            location: "northeurope",
            resourceGroupName: "rg-secondary",
            privateEndpointName: "pep-figlo-advisor-proef-sql-primary-neu",
        });
    });

    it("writes its records in the zone of its own region: a shared zone would hold two addresses for one name", async () => {
        const plan = await deployed(() => link({ access: privateAccess(secondPlace()) }));
        expect(plan.one("network:PrivateDnsZoneGroup").inputs).toMatchObject({
            privateEndpointName: "pep-figlo-advisor-proef-sql-primary-neu",
            resourceGroupName: "rg-secondary",
            privateDnsZoneConfigs: [{ name: "sqlserver", privateDnsZoneId: "sql-zone-of-northeurope" }],
        });
        expect(plan.one("network:PrivateDnsZoneGroup").dependencies).toEqual([plan.one("network:PrivateEndpoint").urn]);
    });

    it("waits for the endpoint before it: Azure takes one change to a target at a time, and the 409 is not retried", async () => {
        const plan = await planned(() => {
            const first = link();
            new PrivateLink("other-link", {
                access: privateAccess(secondPlace()),
                service: "sqlServer",
                targetId: "server",
                role: "sql-primary",
                after: [first.last],
            });
        });
        const records = plan.one("network:PrivateDnsZoneGroup", "sql-link-records");
        expect(plan.one("network:PrivateEndpoint", "other-link-endpoint").dependencies).toContain(records.urn);
    });

    it("refuses a network outside the European Union, and in the EEA unless it is admitted", async () => {
        const from = (changes: Partial<Place>) => planned(() => link({ access: privateAccess(place(changes)) }));
        await expect(from({ region: "eastus" })).rejects.toThrow("'eastus' is not a region of the European Union");
        await expect(from({ region: "norwayeast" })).rejects.toThrow("'norwayeast' is not a region of the European");
        expect((await from({ region: "norwayeast", allowEea: true })).ofType("network:PrivateEndpoint")).toHaveLength(
            1,
        );
    });

    it("needs nobody's approval: no manual connection", async () => {
        const plan = await planned(() => link());
        expect(plan.one("network:PrivateEndpoint").inputs).not.toHaveProperty("manualPrivateLinkServiceConnections");
    });
});
