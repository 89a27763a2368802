import { databaseAccess } from "../../../../cli/measures/facts/database-access";
import type { PlanResource } from "../../../../cli/plan/plan";
import type { Environment } from "../../../../stacks/settings/environments";
import { previewed, street, TODAY } from "../../../street";
import { withInputs } from "../../separation/databases";

const facts = async (
    environment: Environment,
    change: (resources: readonly PlanResource[]) => readonly PlanResource[] = (resources) => resources,
): Promise<readonly string[]> => {
    const resources = change((await previewed(environment)).resources);
    return databaseAccess.of({ loaded: street()[environment], resources, basis: "plan", today: TODAY });
};

describe("the facts of measure 10", () => {
    it("name each address, the databases that it reaches, and the layer that lets it in; then the networks", async () => {
        expect(await facts("productie")).toEqual([
            "'migration-2027' (198.51.100.128 to 198.51.100.143): 4 databases, by a rule of shard-01-primary-server and shard-01-secondary-server",
            "'monitoring-amsterdam' (198.51.100.40): 4 databases, by a rule of shard-01-primary-server and shard-01-secondary-server",
            "'office-utrecht' (203.0.113.16 to 203.0.113.31): 4 databases, by a rule of shard-01-primary-server and shard-01-secondary-server",
            "'office-zwolle' (192.0.2.10 to 192.0.2.13): sqldb-t-4f9k2c alone, by a rule in it",
            "'auditor-2026' (192.0.2.200): sqldb-t-7h3m8x alone, by a rule in it",
            "'datacentre-assen' (192.0.2.64 to 192.0.2.71): sqldb-t-7h3m8x alone, by a rule in it",
            "10.40.1.0/24 and 10.40.3.0/24, by private endpoints in primary-network-shard-01-subnet: 4 databases",
            "10.40.17.0/24 and 10.40.19.0/24, by private endpoints in secondary-network-shard-01-subnet: 4 databases",
        ]);
    });

    it("say that no address gets in where none is declared", async () => {
        expect((await facts("ontwikkeling"))[0]).toBe("no address outside the networks reaches a database");
    });

    it("say of rules on closed servers that they are dormant", async () => {
        const closed = withInputs(/sql:Server::/, { publicNetworkAccess: "Disabled" });
        expect(await facts("productie", closed)).toContain(
            "'office-zwolle' (192.0.2.10 to 192.0.2.13): sqldb-t-4f9k2c alone, by a rule in it; dormant, since the public side is closed",
        );
    });

    it("say of rules that a rule of the server makes idle that they are void", async () => {
        const wide = withInputs(/firewall-office-utrecht$/, { startIpAddress: "0.0.0.0", endIpAddress: "0.0.0.0" });
        expect(await facts("productie", wide)).toContain(
            "'auditor-2026' (192.0.2.200): sqldb-t-7h3m8x alone, by a rule in it; void, since a rule of the server lets in the same addresses, or more than a few, to every database",
        );
    });

    it("name 25 rules and count the rest, which the JSON holds", async () => {
        const many = (resources: readonly PlanResource[]) => [
            ...resources,
            ...Array.from({ length: 30 }, (_, n) => {
                const one = resources.find(({ name }) => name.endsWith("address-office-zwolle")) as PlanResource;
                return { ...one, urn: `${one.urn}-${n}`, inputs: { ...one.inputs, ruleName: `office-${n}` } };
            }),
        ];
        const sentences = await facts("productie", many);
        expect(sentences[25]).toBe("11 more rules; `otap preview --json` tells all, in databaseAccess");
        expect(sentences).toHaveLength(28);
    });
});
