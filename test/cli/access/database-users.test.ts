import { accessMatrix } from "../../../cli/access/access-matrix";
import type { AccessRow } from "../../../cli/access/access-row";
import type { PlanObject, PlanResource } from "../../../cli/plan/plan";
import { previewed, street, TODAY } from "../../street";

const { productie } = street();
const READER = "shard-01-tenant-t-4f9k2c-reader";
const GROUP = "tenant-t-4f9k2c-portability";

let resources: readonly PlanResource[];

beforeAll(async () => {
    ({ resources } = await previewed("productie"));
});

const rowsOf = (plan: readonly PlanResource[]): readonly AccessRow[] =>
    accessMatrix({ loaded: productie, resources: plan, today: TODAY });

/** The rows of productie after a change to what it plans of the customer's own reader. */
const withReader = (changes: PlanObject): readonly AccessRow[] =>
    rowsOf(
        resources.map((each) => (each.name === READER ? { ...each, inputs: { ...each.inputs, ...changes } } : each)),
    );

describe("the access matrix inside databases", () => {
    it("has the application's user in the database of each customer that is not suspended", () => {
        const own = rowsOf(resources).filter(({ who, on }) => who === "back-end-identity" && on.startsWith("database"));
        expect(own.map(({ on }) => on)).toEqual([
            "database sqldb-t-4f9k2c",
            "database sqldb-t-7h3m8x",
            "database sqldb-t-b5q1w6",
        ]);
        expect(own[0]).toEqual({
            environment: "productie",
            kind: "platform",
            who: "back-end-identity",
            role: "db_datareader, db_datawriter, EXECUTE",
            on: "database sqldb-t-4f9k2c",
            how: "standing",
            why: "Works with the data of this customer.",
            urn: expect.stringContaining("::shard-01-tenant-t-4f9k2c-application"),
        });
    });

    it("has a customer's own reader with purpose and last day", () => {
        expect(rowsOf(resources).filter(({ kind }) => kind === "customers")).toEqual([
            {
                environment: "productie",
                kind: "customers",
                who: GROUP,
                role: "db_datareader",
                on: "database sqldb-t-4f9k2c",
                how: "standing",
                why: "The customer takes its own data along (portability).",
                until: "2027-02-28",
                urn: expect.stringContaining(`::${READER}`),
            },
        ]);
    });

    it("says of a reader that the plan has no more that it has ended", () => {
        const rest = resources.filter(({ name }) => name !== READER);
        expect(rowsOf(rest).filter(({ who }) => who === GROUP)).toMatchObject([
            { kind: "customers", how: "ended", on: "database of t-4f9k2c" },
        ]);
    });

    it.each<[string, PlanObject]>([
        ["in another customer's database", { database: "sqldb-t-7h3m8x" }],
        ["that stands for somebody else", { entraId: "00000000-0000-0000-0000-000000000001" }],
    ])("shows a reader %s as what no file describes", (_, changes) => {
        expect(withReader(changes).filter(({ who, how }) => who === GROUP && how === "standing")).toMatchObject([
            { kind: "people", why: "not in tenants.yaml" },
        ]);
    });
});
