import fc from "fast-check";
import { NAME_LIMITS, type NameKind, Naming, SUFFIX_LENGTH } from "../../infra/naming";
import { REGIONS } from "../../infra/regions";
import { naming } from "./examples";

const KINDS = Object.keys(NAME_LIMITS) as NameKind[];

const words = (max: number) =>
    fc.array(fc.stringMatching(/^[a-z0-9]{1,12}$/), { minLength: 1, maxLength: max }).map((parts) => parts.join("-"));

const kind = fc.constantFrom(...KINDS);
const region = fc.constantFrom(...Object.keys(REGIONS));
const role = words(5);
const args = fc.record({
    vendor: words(2),
    application: words(2),
    environment: words(2),
    suffix: fc.stringMatching(new RegExp(`^[a-z0-9]{${SUFFIX_LENGTH}}$`)),
});

const name = (made: Naming, of: NameKind, where?: string, as?: string): Promise<string> =>
    NAME_LIMITS[of].global
        ? new Promise((resolve) => made.global(of, where, as).apply(resolve))
        : Promise.resolve(made.local(of, where, as));

describe("Naming", () => {
    it("joins kind, who, what, where and role", () => {
        expect(naming.local("virtualNetwork", "westeurope")).toBe("vnet-figlo-advisor-proef-weu");
        expect(naming.local("privateEndpoint", "northeurope", "vault")).toBe("pep-figlo-advisor-proef-vault-neu");
        expect(naming.local("resourceGroup")).toBe("rg-figlo-advisor-proef");
    });

    it("ends global names in the environment's suffix", async () => {
        expect(await name(naming, "sqlServer", "westeurope")).toBe("sql-figlo-advisor-proef-weu-ab12c");
    });

    it("always stays within Azure's length and characters, and begins with a letter", async () => {
        await fc.assert(
            fc.asyncProperty(args, kind, fc.option(region), fc.option(role), async (who, of, where, as) => {
                const { characters, length } = NAME_LIMITS[of];
                const made = await name(new Naming(who), of, where ?? undefined, as ?? undefined);
                expect(made.length).toBeLessThanOrEqual(length);
                expect(made).toMatch(characters === "hyphen" ? /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/ : /^[a-z][a-z0-9]*$/);
            }),
        );
    });

    it("gives the same name for the same parts", async () => {
        await fc.assert(
            fc.asyncProperty(args, kind, region, role, async (who, of, where, as) => {
                expect(await name(new Naming(who), of, where, as)).toBe(
                    await name(new Naming({ ...who }), of, where, as),
                );
            }),
        );
    });

    it("gives different names to different regions and roles, also where they are cut", async () => {
        const place = fc.record({ where: region, as: role });
        await fc.assert(
            fc.asyncProperty(args, kind, place, place, async (who, of, one, other) => {
                const letters = (as: string) => (NAME_LIMITS[of].characters === "hyphen" ? as : as.replaceAll("-", ""));
                fc.pre(one.where !== other.where || letters(one.as) !== letters(other.as));
                const made = new Naming(who);
                expect(await name(made, of, one.where, one.as)).not.toBe(await name(made, of, other.where, other.as));
            }),
        );
    });

    it("gives different global names to different suffixes, also where the suffix is cut off", async () => {
        const globals = fc.constantFrom(...KINDS.filter((of) => NAME_LIMITS[of].global));
        await fc.assert(
            fc.asyncProperty(args, args, globals, region, role, async (who, other, of, where, as) => {
                fc.pre(who.suffix !== other.suffix);
                const made = await name(new Naming(who), of, where, as);
                expect(await name(new Naming({ ...who, suffix: other.suffix }), of, where, as)).not.toBe(made);
            }),
        );
    });
});

describe("NAME_LIMITS", () => {
    it("gives each kind a prefix of its own", () => {
        const prefixes = Object.values(NAME_LIMITS).map(({ prefix }) => prefix);
        expect(new Set(prefixes).size).toBe(prefixes.length);
    });

    it("is sorted", () => {
        expect(KINDS).toEqual([...KINDS].sort((one, other) => one.localeCompare(other, "en")));
    });
});
