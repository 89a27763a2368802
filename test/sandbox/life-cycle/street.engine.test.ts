import type { Outcome } from "../../../sandbox/street/outcome";
import { brokenLinks } from "../../../stacks/promotion/release-history";
import { ENVIRONMENTS, type Environment } from "../../../stacks/settings/environments";
import { previewed } from "../../street";
import { describeWithEngine } from "../with-engine";
import { allowedChanges, changed } from "./changes";
import { inWords } from "./in-words";
import { type Run, type StreetOnStandIn, streetOnStandIn } from "./street-on-stand-in";

const release = (version: string, digit: string, more = {}) => ({
    version,
    digest: `sha256:${digit.repeat(64)}`,
    approver: "release manager",
    commit: digit.repeat(40),
    ...more,
});
const OLD = release("3.8.1", "a");
const NEW = release("3.9.0", "b");
const packageOf = (version: string, digit: string): string => `${version}-${digit.repeat(12)}.zip`;
const SITES = ["primary-back-end", "primary-front-end", "secondary-back-end", "secondary-front-end"];

/** The life of the street, from nothing to its end. Each step begins where the one before it ended. */
describeWithEngine("the street", (engine) => {
    let street: StreetOnStandIn;

    beforeAll(async () => {
        street = await streetOnStandIn(engine);
    });

    afterAll(() => street.stop());

    async function deploy(environment: Environment, what: object, run: Run = {}): Promise<readonly string[]> {
        street.name(environment, { ...what });
        return up(environment, run);
    }

    async function up(environment: Environment, run: Run = {}): Promise<readonly string[]> {
        const { exitCode, findings, diagnostics, steps } = await street.run("up", environment, run);
        expect({ exitCode, findings, errors: errorsIn(diagnostics) }).toEqual({
            exitCode: 0,
            findings: [],
            errors: [],
        });
        return steps.map(inWords).sort();
    }

    /** What the engine says against a release; the environment keeps what it had. */
    async function refused(environment: Environment, what: object, run: Run = {}): Promise<string> {
        const before = street.releases(environment);
        street.name(environment, { ...what });
        const { exitCode, diagnostics } = await street.run("up", environment, run);
        expect(exitCode).not.toBe(0);
        expect(street.releases(environment)).toEqual(before);
        return errorsIn(diagnostics).join("\n");
    }

    const versions = (environment: Environment) => street.releases(environment).map(({ version }) => version);

    /** The packages from which an environment's sites run, in the order of their names. */
    const packages = (environment: Environment): readonly (string | undefined)[] =>
        street
            .state(environment)
            .filter(({ type }) => type === "azure-native:web:WebAppApplicationSettings")
            .sort((a, b) => (a.urn < b.urn ? -1 : 1))
            .map(({ inputs }) => Object(inputs?.properties).WEBSITE_RUN_FROM_PACKAGE?.split("/").pop());

    describe("coming up", () => {
        it("begins with the first: the environment before must have a stack", async () => {
            const { exitCode, diagnostics } = await street.run("preview", "test");
            expect(exitCode).not.toBe(0);
            expect(errorsIn(diagnostics).join()).toContain(
                "the stack ontwikkeling does not exist, so no release has passed there; deploy it in ontwikkeling first: pulumi up --stack ontwikkeling",
            );
        });

        it.each(ENVIRONMENTS)("makes all of %s, and a refresh finds nothing changed", async (environment) => {
            const { resources } = await previewed(environment);
            street.name(environment, OLD);
            const first = await street.run("up", environment, { policyPack: true });
            expect(first).toMatchObject({ exitCode: 0, findings: [], counts: { create: resources.length } });
            const quiet = { exitCode: 0, steps: [], counts: { same: resources.length } };
            expect(await street.run("refresh", environment)).toMatchObject(quiet);
            expect(street.releases(environment)).toMatchObject([
                {
                    number: 1,
                    version: "3.8.1",
                    commit: "a".repeat(40),
                    approver: "release manager",
                    where: "sandbox",
                },
            ]);
        });

        // A second run of the others is the next step, which may do no more than its settings say.
        it("has nothing to do the second time", async () => {
            expect(await street.run("up", "productie")).toMatchObject({ exitCode: 0, steps: [] });
        });

        it.each(ENVIRONMENTS)(
            "is changed by other settings of %s in what they are about, and in nothing else",
            async (environment) => {
                street.set(environment, (settings) => changed(environment, settings));
                expect(await up(environment)).toEqual(allowedChanges(environment));
            },
        );
    });

    describe("a release", () => {
        it("may not skip a step", async () => {
            expect(await refused("productie", NEW)).toContain(
                "acceptatie has not deployed it, and runs 3.8.1; promote it there first",
            );
        });

        it("changes the package of each site, waits for both regions and is recorded, and nothing else", async () => {
            await deploy("ontwikkeling", NEW);
            expect(await deploy("test", NEW)).toEqual([
                ...["primary", "secondary"].map(
                    (role) => `update pulumi-nodejs:dynamic/figlo:HealthGate::${role}-health digest,version`,
                ),
                "update pulumi-nodejs:dynamic/figlo:ReleaseRecord::release accepted,healthy,release",
                ...SITES.map(
                    (site) =>
                        `update web:WebAppApplicationSettings::${site}-settings properties.WEBSITE_RUN_FROM_PACKAGE`,
                ),
            ]);
        });

        it("goes on while ontwikkeling already runs a newer one", async () => {
            await deploy("ontwikkeling", release("3.10.0", "c"));
            await deploy("acceptatie", NEW);
            expect(ENVIRONMENTS.map(versions)).toEqual([
                ["3.8.1", "3.9.0", "3.10.0"],
                ["3.8.1", "3.9.0"],
                ["3.8.1", "3.9.0"],
                ["3.8.1"],
            ]);
        });

        it("is refused with another package under its version", async () => {
            expect(await refused("productie", release("3.9.0", "d"))).toContain(
                `acceptatie deployed 3.9.0 as another package, sha256:${"b".repeat(64)}`,
            );
        });

        it("is refused in productie when what customers were promised is no longer proven", async () => {
            expect(await refused("productie", NEW, { today: "2027-11-01" })).toContain("penetration-test");
        });

        it("is refused when who broke the glass approved it as well", async () => {
            const reason = "Customers cannot sign in since this morning.";
            const breakGlass = { reason, requester: "Team platform", approver: "team  platform", until: "2026-11-30" };
            expect(await refused("productie", release("3.11.0", "e", { breakGlass }))).toContain(
                "release.breakGlass.approver: 'team  platform' is also the requester; somebody else approves",
            );
        });

        it("goes region by region, and leaves the old release in the first where the second does not get well", async () => {
            await street.restart("sick 3.9.0");
            expect(await refused("productie", NEW)).toMatch(/should report release 3\.9\.0 and answers 503/);
            const [old, sick] = [packageOf("3.8.1", "a"), packageOf("3.9.0", "b")];
            expect(packages("productie")).toEqual([old, old, sick, sick]);
        });

        it("comes to productie when it is well", async () => {
            await street.restart();
            await deploy("productie", NEW);
            expect(new Set(packages("productie"))).toEqual(new Set([packageOf("3.9.0", "b")]));
        });

        it("is not followed by an older one, unless that is declared", async () => {
            expect(await refused("productie", OLD)).toContain("it is older than 3.9.0, which runs");
            await deploy("productie", { ...OLD, rollback: { reason: "The new release loses uploads." } });
            expect(street.releases("productie").at(-1)).toMatchObject({
                number: 3,
                version: "3.8.1",
                rollback: "The new release loses uploads.",
            });
        });

        it("leaves a chain of records in which a change is found", () => {
            const chain = street.releases("productie");
            expect(brokenLinks(chain)).toEqual([]);
            const forged = chain.map((entry) => (entry.number === 2 ? { ...entry, approver: "nobody" } : entry));
            expect(brokenLinks(forged)).toEqual(["record 2 (3.9.0) is not what was written: its digest does not fit"]);
        });
    });

    describe("going down", () => {
        it("is refused where data is protected, by the engine's own command too, and loses nothing", async () => {
            const held = () => [street.state("acceptatie"), street.standIn.cloud.snapshot()];
            const before = held();
            const { exitCode, said } = await street.typedDestroy("acceptatie");
            expect(exitCode).not.toBe(0);
            expect(said).toMatch(/cannot be deleted\s+because it is protected/);
            const tried = await street.run("destroy", "acceptatie", { tried: true });
            expect(tried.exitCode).not.toBe(0);
            expect(errorsIn(tried.diagnostics).join()).toContain("protect");
            expect(held()).toEqual(before);
        });

        it("keeps what is protected when the engine destroys without having tried", async () => {
            const held = () => street.state("productie").filter(({ protect }) => protect);
            const before = held();
            expect((await street.run("destroy", "productie")).exitCode).not.toBe(0);
            expect(held()).toEqual(before);
            const inAzure = before.filter(({ type }) => type.startsWith("azure-native:"));
            expect(inAzure.filter(({ id = "" }) => street.standIn.cloud.get(id) === undefined)).toEqual([]);
        });

        it("takes all of what is not protected, and leaves nothing but the names of its vaults", async () => {
            const ids = street.state("ontwikkeling").flatMap(({ id = "" }) => (id.startsWith("/") ? [id] : []));
            const vaults = street.standIn.cloud.deletedVaults.size;
            expect(await street.run("destroy", "ontwikkeling")).toMatchObject({ exitCode: 0 });
            expect(street.state("ontwikkeling")).toEqual([]);
            expect(ids.filter((id) => street.standIn.cloud.get(id) !== undefined)).toEqual([]);
            expect(street.standIn.cloud.deletedVaults.size).toBe(vaults + 2);
        });
    });
});

const errorsIn = (diagnostics: Outcome["diagnostics"]): readonly string[] =>
    diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
