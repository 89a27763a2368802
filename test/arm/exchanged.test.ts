import { exchanged } from "../../arm/exchanged";

const server = (group: string, name: string) =>
    `/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/${group}/providers/Microsoft.Sql/servers/${name}`;
const ONE = { id: server("rg-one", "sql-one"), location: "westeurope" };
const OTHER = { id: server("rg-other", "sql-other"), location: "northeurope" };

const swapped = (value: unknown) => exchanged(value, ONE, OTHER);

describe("what a failover exchanges", () => {
    it("is either server's id, and what lies inside it, in any case of letters", () => {
        expect(swapped([ONE.id, `${OTHER.id}/databases/db`, ONE.id.toUpperCase()])).toEqual([
            OTHER.id,
            `${ONE.id}/databases/db`,
            OTHER.id,
        ]);
    });

    it("is the name, the group and the region of a server, where they stand as such", () => {
        const inputs = { serverName: "sql-one", resourceGroupName: "rg-other", location: "West Europe", count: 2 };
        expect(swapped({ inputs })).toEqual({
            inputs: { serverName: "sql-other", resourceGroupName: "rg-one", location: "northeurope", count: 2 },
        });
    });

    it("is no other server, of a name that begins alike, and no text that only looks like a name", () => {
        const value = { id: `${ONE.id}-2`, note: "sql-one", serverName: "sql-one-2", nothing: null };
        expect(swapped(value)).toEqual(value);
    });

    it("leaves a group and a region that both servers share", () => {
        const inputs = { resourceGroupName: "rg-one", location: "westeurope" };
        expect(exchanged(inputs, ONE, { id: server("rg-one", "sql-other"), location: "westeurope" })).toEqual(inputs);
    });

    it("comes back to what it was the second time", () => {
        const value = { id: `${ONE.id}/failoverGroups/fog`, partnerServers: [{ id: OTHER.id }] };
        expect(swapped(swapped(value))).toEqual(value);
    });
});
