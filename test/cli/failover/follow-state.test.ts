import { type Following, followFailover, type KeptResource, roleOfGroups } from "../../../cli/failover/follow-state";
import { DATABASE, GROUP, NORTH, REGIONS, stateOf, WEST } from "./states";

const SECONDARY = { role: "secondary", region: "northeurope" } as const;
const PRIMARY = { role: "primary", region: "West Europe" } as const;

function followed(resources: readonly KeptResource[], to: typeof SECONDARY | typeof PRIMARY = SECONDARY) {
    const result = followFailover(resources, to);
    expect(result).not.toHaveProperty("refusal");
    return result as Following<KeptResource>;
}

const nameOf = ({ urn }: KeptResource) => urn.split("::").at(-1);
const named = (resources: readonly KeptResource[], name: string) => resources.find((one) => nameOf(one) === name);

describe("a state after a failover", () => {
    it("has the group on the other server, with the first one as its partner", () => {
        expect(named(followed(stateOf()).resources, "group")).toMatchObject({
            id: `${NORTH}/failoverGroups/fog`,
            inputs: {
                serverName: "sql-north",
                resourceGroupName: "rg-north",
                partnerServers: [{ id: WEST }],
                databases: [`${NORTH}/databases/one`, `${NORTH}/databases/TWO`],
            },
        });
    });

    it("has the databases of the group where they are written, in the pool there", () => {
        expect(named(followed(stateOf()).resources, "two")).toMatchObject({
            id: `${NORTH}/databases/two`,
            inputs: {
                serverName: "sql-north",
                resourceGroupName: "rg-north",
                location: "North Europe",
                elasticPoolId: `${NORTH}/elasticPools/pool`,
            },
        });
    });

    it("moves nothing else: not a database outside the group, and not what each server has of its own", () => {
        const { moved, stranded } = followed(stateOf());
        expect(stranded.map(nameOf)).toEqual(["beside"]);
        expect(moved.map(nameOf)).toEqual(["default", "one", "two", "one-encryption", "one-copy", "group"]);
    });

    it("knows each copy on the server that wrote before, which alone lets it be dropped there", () => {
        expect(named(followed(stateOf()).resources, "one-copy")?.outputs).toMatchObject({
            copyOn: "sql-west.database.windows.net",
        });
    });

    it("says the region to the provider that is told the settings, which a preview would else want to change", () => {
        const config = '{"activeRegion":"secondary","pool":{"tier":"GeneralPurpose"}}';
        expect(named(followed(stateOf()).resources, "default")).toMatchObject({
            inputs: { "figlo-advisor:sql": config },
            outputs: { "figlo-advisor:sql": config },
        });
    });

    it("is unchanged where it knows already", () => {
        const once = followed(stateOf());
        expect(followed(once.resources)).toMatchObject({ moved: [], resources: once.resources });
        expect(followed(stateOf(), PRIMARY)).toMatchObject({ moved: [], resources: stateOf() });
    });

    it("is on the way back what it was, but for how a region is written", () => {
        const back = followed(followed(stateOf()).resources, PRIMARY).resources;
        expect(back).toEqual(stateOf());
    });

    it("takes along databases that a group left behind, as after a step that was made by hand", () => {
        const half = followed(stateOf()).resources.map((one) =>
            one.type === DATABASE ? (named(stateOf(), nameOf(one) ?? "") as KeptResource) : one,
        );
        expect(followed(half).moved.map(nameOf)).toEqual(["one", "two"]);
    });

    it("leaves what waits for its deletion", () => {
        const old = { ...(named(stateOf(), "one") as KeptResource), delete: true };
        const { resources } = followed([...stateOf(), old]);
        expect(resources.at(-1)).toBe(old);
    });
});

describe("a state that cannot follow", () => {
    it.each([
        ["without a group", stateOf().filter(({ type }) => type !== GROUP), "it holds no failover group"],
        [
            "without one of the servers",
            stateOf().filter((one) => nameOf(one) !== "north"),
            `it holds failover group 'fog' and not both of its servers, '${WEST}' and '${NORTH}'`,
        ],
    ])("is refused %s", (_, resources, refusal) => {
        expect(followFailover(resources, SECONDARY)).toEqual({ refusal });
    });

    it("is refused in words in which nothing of the state reaches a terminal as an order", () => {
        const hostile = { ...(named(stateOf(), "group") as KeptResource), id: "/x/\u001b[31mfog" };
        expect(followFailover([hostile], SECONDARY)).toEqual({
            refusal: `it holds failover group '\\u001b[31mfog' and not both of its servers, '/x/\\u001b[31mfog' and '${NORTH}'`,
        });
    });

    it("is refused for a region in which there is no server", () => {
        expect(followFailover(stateOf(), { role: "secondary", region: "francecentral" })).toEqual({
            refusal: "failover group 'fog' is in westeurope and North Europe, not in francecentral",
        });
    });
});

describe("the region of the groups", () => {
    it("is that of their server", () => {
        expect(roleOfGroups(stateOf(), REGIONS)).toBe("primary");
        expect(roleOfGroups(followed(stateOf()).resources, REGIONS)).toBe("secondary");
        expect(roleOfGroups([], REGIONS)).toBeUndefined();
    });
});
