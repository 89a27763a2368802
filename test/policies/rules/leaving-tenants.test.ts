import { planEnvironment } from "../../../cli/offline/plan-environment";
import { packSettings } from "../../../cli/preview/pack-settings";
import type { GivenConfig } from "../../../policies/config";
import { evaluate } from "../../../policies/evaluate";
import type { Loaded } from "../../../stacks/settings/load-environment";
import { street, TODAY } from "../../street";
import { compliant } from "../compliant-stack";
import { UNKNOWN } from "../example-stack";

const RULE = "prod-delete-lock";
const PROTECTED = ["database", "database-copy", "container"];

/** The tenant of the example without anything that keeps it. */
const open = PROTECTED.reduce(
    (stack, name) => stack.change(name, (resource) => ({ ...resource, protect: false })),
    compliant().without("database-lock", "copy-lock"),
);

const leaving = (keepUntil?: string, id = "K7F3"): Partial<GivenConfig> => ({
    tenants: [{ id, active: false, addresses: [], readers: [], ...(keepUntil === undefined ? {} : { keepUntil }) }],
});

const EVERYTHING = [
    "failover: its copy of database on the other server has no lock against deletion",
    "container: is not protected: a deployment could delete it",
    "database-copy: is not protected: a deployment could delete it",
    "database: has no lock against deletion",
    "database: is not protected: a deployment could delete it",
];

describe("prod-delete-lock, of a tenant that is leaving", () => {
    const found = (config: Partial<GivenConfig>) => [...open.found(RULE, config)].sort();

    it("asks nothing once its data need not be kept any longer", () => {
        expect(found(leaving("2026-11-22"))).toEqual([]);
    });

    it.each<[string, Partial<GivenConfig>]>([
        ["on the last day", leaving(TODAY)],
        ["of one that stays", leaving()],
        ["while another leaves", leaving("2026-11-22", "m2")],
    ])("keeps everything %s", (_, config) => {
        expect(found(config)).toEqual([...EVERYTHING].sort());
    });

    it("keeps what does not say whose it is", () => {
        const unsaid = open.unset("database", "tags.tenant").set("container", "containerName", UNKNOWN);
        expect(unsaid.found(RULE, leaving("2026-11-22"))).toHaveLength(EVERYTHING.length);
    });

    it("lets what it has still be locked and protected", () => {
        expect(compliant().found(RULE, leaving("2026-11-22"))).toEqual([]);
    });
});

describe("our own productie with a tenant that is leaving", () => {
    const { productie } = street();
    const leaves = (keepUntil: string): Loaded => ({
        ...productie,
        data: {
            ...productie.data,
            tenants: productie.data.tenants.map((tenant) =>
                tenant.suspended
                    ? { ...tenant, status: "leaving", suspended: { ...tenant.suspended, keepUntil } }
                    : tenant,
            ),
        },
    });

    it.each(["2026-11-22", TODAY])("keeps every rule when its data are kept until %s", async (keepUntil) => {
        const loaded = leaves(keepUntil);
        const { asked } = await planEnvironment(loaded, TODAY);
        expect(evaluate(asked, { ...packSettings(loaded), today: TODAY })).toEqual([]);
    });

    it("has something to take away only when they are", async () => {
        const open = async (keepUntil: string) => {
            const { asked } = await planEnvironment(leaves(keepUntil), TODAY);
            return evaluate(asked, { ...packSettings(productie), today: TODAY }).map(({ rule }) => rule);
        };
        expect(new Set(await open("2026-11-22"))).toEqual(new Set([RULE]));
        expect(await open(TODAY)).toEqual([]);
    });
});
