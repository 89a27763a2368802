import { tenantSeparation } from "../../../../cli/measures/facts/tenant-separation";
import type { PlanResource } from "../../../../cli/plan/plan";
import { previewed, street, TODAY } from "../../../street";
import { withInputs } from "../../separation/databases";

const ADMINISTRATORS = street().productie.settings.sql.administrators.objectId;

const facts = async (
    change: (resources: readonly PlanResource[]) => readonly PlanResource[] = (resources) => resources,
): Promise<readonly string[]> => {
    const resources = change((await previewed("productie")).resources);
    return tenantSeparation.of({ loaded: street().productie, resources, basis: "plan", today: TODAY });
};

describe("the facts of measure 13", () => {
    it("name everybody who reaches a database, how many each reaches, and that no path leads across", async () => {
        expect(await facts()).toEqual([
            "4 tenants have 4 databases of their own",
            "the application 'id-figlo-advisor-productie-back-end-weu': EXECUTE, db_datareader, db_datawriter in 3 databases",
            "administrators 'figlo-advisor-sql-administrators-productie', with figlo-advisor-pipeline-productie (the pipeline) in the group: everything in 4 databases",
            "a reader of one tenant 'tenant-t-4f9k2c-portability': db_datareader in sqldb-t-4f9k2c",
            "suspended or leaving: t-z8r4n0; only administrators get in",
            "no address and no user inside a database is of two tenants, or of one and of the servers",
        ]);
    });

    it("tell of each path from one tenant to another", async () => {
        const across = withInputs(/t-4f9k2c-address-office-zwolle$/, { database: "sqldb-t-b5q1w6" });
        expect(await facts(across)).toContain(
            "a path between tenants: 'office-zwolle' of sqldb-t-b5q1w6 and 'office-zwolle' of tenant t-4f9k2c share addresses",
        );
    });

    it("tell of a path in another spelling", async () => {
        const same = withInputs(/t-4f9k2c-reader$/, {
            database: "SQLDB-T-B5Q1W6",
            entraId: ADMINISTRATORS.toUpperCase(),
        });
        expect(await facts(same)).toContain(
            "a path between tenants: 'tenant-t-4f9k2c-portability' of sqldb-t-b5q1w6 administers every database of its server",
        );
        const mapped = { startIpAddress: "::ffff:192.0.2.64", endIpAddress: "::ffff:192.0.2.64" };
        expect(await facts(withInputs(/address-office-zwolle$/, mapped))).toContain(
            "a path between tenants: 'office-zwolle' of sqldb-t-4f9k2c and 'datacentre-assen' of sqldb-t-7h3m8x share addresses",
        );
    });

    it.each([
        ["is in a database that the plan does not hold", /t-4f9k2c-reader$/, { database: "sqldb-elsewhere" }],
        ["is in a database that is not known", /t-4f9k2c-reader$/, { database: { $unknown: true } }],
        ["is not known", /t-4f9k2c-reader$/, { entraId: { $unknown: true } }],
        ["is an address that is not known", /address-office-zwolle$/, { startIpAddress: { $unknown: true } }],
    ])("say of what %s that nobody can tell, and not that no path leads across", async (_, of, inputs) => {
        const said = (await facts(withInputs(of, inputs))).join("; ");
        expect(said).toMatch(/the plan does not tell where these are or whom they let in: \S+$/);
        expect(said).not.toContain("no address and no user inside");
    });

    it("tell where not only administrators get into the database of a suspended tenant", async () => {
        const left = await facts(withInputs(/t-4f9k2c-address-office-zwolle$/, { database: "sqldb-t-z8r4n0" }));
        expect(left).toContain("suspended or leaving: t-z8r4n0; not only administrators get in");
        expect(left).toContain(
            "a path between tenants: 'office-zwolle' is left in sqldb-t-z8r4n0, whose tenant is not active",
        );
    });

    it("name ten readers, and count the others", async () => {
        const said = await facts((resources) =>
            resources.flatMap((resource) =>
                resource.name === "shard-01-tenant-t-4f9k2c-reader"
                    ? Array.from({ length: 12 }, (_, n) => ({
                          ...resource,
                          inputs: { ...resource.inputs, userName: `reader-${n}` },
                      }))
                    : [resource],
            ),
        );
        expect(said.filter((fact) => fact.startsWith("a reader of one tenant"))).toHaveLength(10);
        expect(said).toContain("2 more readers of one tenant each; `otap tenants` names all");
    });

    it("tell of no customer's name", async () => {
        const said = (await facts()).join();
        expect(street().productie.data.tenants.filter(({ name }) => said.includes(name))).toEqual([]);
    });
});
