import { checkedPasswords, storedPasswords } from "../../../../cli/measures/facts/passwords";
import type { PlanResource } from "../../../../cli/plan/plan";
import { previewed, street, TODAY } from "../../../street";

type Change = (resources: readonly PlanResource[]) => readonly PlanResource[];

const factsOf = async ({ of }: typeof storedPasswords, change: Change = (all) => all): Promise<readonly string[]> => {
    const { resources } = await previewed("productie");
    return of({ loaded: street().productie, resources: change(resources), basis: "plan", today: TODAY });
};

const without =
    (name: string): Change =>
    (resources) =>
        resources.filter((resource) => resource.name !== name);

const GUARDED =
    "have a guard, a trigger that refuses a column that looks like a password in the open; no real SQL Server has run it so far";
const NOT_LOOKED =
    "which columns stand in the databases now is not known here; after `pulumi refresh` an exported state tells it to `otap check`";

describe("the facts of measure 7", () => {
    it("count guards, name both keys with their rotation, and count references to vaults", async () => {
        const database = "key-figlo-advisor-productie-sql-encryption-weu (RSA 3072, renewed after 10 months)";
        expect(await factsOf(storedPasswords)).toEqual([
            `4 of 4 databases ${GUARDED}`,
            NOT_LOOKED,
            "4 of 4 databases are encrypted as a whole",
            `shard-01-primary-encryption-protector uses ${database}; the server follows its rotation`,
            `shard-01-secondary-encryption-protector uses ${database}; the server follows its rotation`,
            "the keys of encrypted columns are wrapped by key-figlo-advisor-productie-column-encryption-weu (RSA 3072, renewed after 10 months)",
            "2 of the 34 settings of applications refer to a secret in a vault",
        ]);
    });

    it("say so where a database has no guard", async () => {
        const facts = await factsOf(storedPasswords, without("shard-01-tenant-t-4f9k2c-guard"));
        expect(facts[0]).toBe(`3 of 4 databases ${GUARDED}`);
    });

    it.each(["missing", "disabled", "another text"])(
        "do not count a guard whose trigger is found %s",
        async (trigger) => {
            const facts = await factsOf(storedPasswords, (resources) =>
                resources.map((resource) =>
                    resource.name === "shard-01-tenant-t-4f9k2c-guard"
                        ? { ...resource, inputs: { ...resource.inputs, trigger } }
                        : resource,
                ),
            );
            expect(facts[0]).toBe(`3 of 4 databases ${GUARDED}`);
        },
    );

    it.each([
        [[], "none look"],
        [["dbo.Users.Password"], "1 looks"],
        [["dbo.Users.Password", "dbo.Users.Pin"], "2 look"],
    ])("say what guards have found, where they have looked: %j", async (suspectColumns, said) => {
        const facts = await factsOf(storedPasswords, (resources) =>
            resources.map((resource) =>
                resource.name === "shard-01-tenant-t-4f9k2c-guard"
                    ? { ...resource, inputs: { ...resource.inputs, suspectColumns } }
                    : resource,
            ),
        );
        expect(facts[1]).toBe(
            `1 of 4 guards have looked at the columns that stand in their database: ${said} like a password in the open`,
        );
    });

    it("say so where a server does not follow the rotation of its key", async () => {
        const facts = await factsOf(storedPasswords, (resources) =>
            resources.map((resource) =>
                resource.name === "shard-01-primary-encryption-protector"
                    ? { ...resource, inputs: { ...resource.inputs, autoRotationEnabled: false } }
                    : resource,
            ),
        );
        expect(facts[3]).toMatch(
            /^shard-01-primary-encryption-protector uses .*; the server does not follow its rotation$/,
        );
    });

    it("say so where Azure keeps the key of databases, and where there is none for columns", async () => {
        const facts = await factsOf(storedPasswords, (resources) =>
            resources.filter(({ type }) => !/EncryptionProtector$|keyvault:Key$/.test(type)),
        );
        expect(facts.slice(2, 4)).toEqual([
            "4 of 4 databases are encrypted as a whole, by a key that Azure keeps",
            "there is no key for encrypted columns",
        ]);
    });

    it.each([
        [{ timeBeforeExpiry: "P30D" }, "rotate", "renewed 30 days before its end"],
        [{ timeAfterCreate: "P1Y" }, "rotate", "renewed after 1 year"],
        [{ timeAfterCreate: "P1Y" }, "notify", "never renewed"],
    ])("say when a key is renewed: %j, %s", async (trigger, type, said) => {
        const facts = await factsOf(storedPasswords, (resources) =>
            resources.map((resource) =>
                resource.name === "column-key"
                    ? {
                          ...resource,
                          inputs: {
                              keyName: "key",
                              properties: {
                                  kty: "RSA",
                                  keyOps: ["verify"],
                                  rotationPolicy: { lifetimeActions: [{ action: { type }, trigger }] },
                              },
                          },
                      }
                    : resource,
            ),
        );
        expect(facts[5]).toBe(`the keys of encrypted columns are wrapped by key (RSA, ${said})`);
    });
});

describe("the facts of measure 8", () => {
    it("name who checks passwords, and what a database may hold of one", async () => {
        expect(await factsOf(checkedPasswords)).toEqual([
            "visitors sign in at figloproductie.ciamlogin.com, which keeps and checks their passwords",
            `4 of 4 databases ${GUARDED}`,
            NOT_LOOKED,
            "a column of passwords may be a binary hash of 32 to 128 bytes with its salt and algorithm beside it; how it is made, the application's attestation says",
        ]);
    });
});
