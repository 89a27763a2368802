import { previewAnswer, type WireObject } from "../../../cli/offline/monitor";
import { runProgram } from "../../../cli/offline/run-program";
import { type Promotion, promotion } from "../../../stacks/promotion/promotion-gate";
import { appended, type History, type NewEntry } from "../../../stacks/promotion/release-history";
import type { Environment } from "../../../stacks/settings/environments";
import type { Loaded } from "../../../stacks/settings/load-environment";
import type { Settings } from "../../../stacks/settings/settings";
import { street, TODAY } from "../../street";

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;
const release = (version: string, digit = "a") => ({ version, digest: digest(digit) });
const glass = (until: string) => ({ reason: "Sign-in fails.", requester: "A team", approver: "B team", until });

/** The records of a stack that has deployed what is given, in order. */
const chainOf = (environment: string, deployed: readonly object[]): History =>
    deployed.reduce<History>(
        (all, each) => appended(all, { environment, deployed: TODAY, where: "azure", ...each } as NewEntry),
        [],
    );

/** What the gate says of a release in an environment, where stacks have deployed what is given for them. */
async function asked(
    environment: Environment,
    named: Settings["release"],
    deployed: Partial<Record<Environment, readonly object[]>>,
    {
        today = TODAY,
        told = chainOf,
        ...change
    }: { today?: string; told?: (stack: string, deployed: readonly object[]) => unknown } & Partial<
        Loaded["data"]
    > = {},
): Promise<Promotion> {
    const loaded = street()[environment];
    const subject: Loaded = {
        ...loaded,
        settings: { ...loaded.settings, release: named },
        data: { ...loaded.data, ...change },
    };
    let passed: Promotion | undefined;
    await runProgram({
        project: "figlo-advisor",
        stack: environment,
        config: {},
        preview: true,
        oracle: {
            answer: previewAnswer,
            stackOutputs: (stack) => {
                const releases = deployed[stack as Environment];
                return releases && ({ releases: told(stack, releases) } as WireObject);
            },
        },
        program: async () => {
            passed = await promotion(subject, today);
        },
    });
    return passed as Promotion;
}

describe("the gate of an environment", () => {
    it("lets pass what the environment before has deployed, and says what that was", async () => {
        const had = [release("3.8.0", "0"), release("3.9.0"), release("3.10.0", "1")];
        expect(await asked("test", release("3.9.0"), { ontwikkeling: had })).toEqual({
            environment: "test",
            predecessor: "ontwikkeling",
            accepted: [release("3.9.0")],
        });
    });

    it("lets anything pass into the first environment, which nobody vouches for", async () => {
        expect(await asked("ontwikkeling", release("3.9.0"), { ontwikkeling: [release("3.9.0")] })).toMatchObject({
            accepted: [],
        });
        expect(await asked("ontwikkeling", release("3.9.0"), {})).toEqual({
            environment: "ontwikkeling",
            predecessor: undefined,
            accepted: [],
        });
    });

    it.each<[string, Parameters<typeof asked>[2], string]>([
        [
            "has no stack",
            {},
            "the stack test does not exist, so no release has passed there; deploy it in test first: pulumi up --stack test",
        ],
        [
            "has deployed nothing",
            { test: [] },
            "test has deployed no release yet; deploy it in test first: pulumi up --stack test",
        ],
        [
            "has not deployed it",
            { test: [release("3.8.1")] },
            "test has not deployed it, and runs 3.8.1; promote it there first, by otap promote test and pulumi up --stack test, or take what runs there: otap promote acceptatie",
        ],
        [
            "deployed another package",
            { test: [release("3.9.0", "b")] },
            `test deployed 3.9.0 as another package, ${digest("b")}; copy its digest: otap promote acceptatie`,
        ],
    ])("refuses a release where the environment before %s", async (_, deployed, reason) => {
        await expect(asked("acceptatie", release("3.9.0"), deployed)).rejects.toThrow(
            `acceptatie may not deploy release 3.9.0; nothing was changed:\n  - ${reason}`,
        );
    });

    it("refuses a release that is older than the one that runs, unless that is declared", async () => {
        const deployed = {
            test: [release("3.8.1"), release("3.9.0")],
            acceptatie: [release("3.8.1"), release("3.9.0")],
        };
        await expect(asked("acceptatie", release("3.8.1"), deployed)).rejects.toThrow(
            "it is older than 3.9.0, which runs; when that is meant, say why: otap promote acceptatie --rollback",
        );
        const declared = { ...release("3.8.1"), rollback: { reason: "Uploads are lost." } };
        expect(await asked("acceptatie", declared, deployed)).toMatchObject({ accepted: [release("3.8.1")] });
    });

    it("refuses a newer release that calls itself a rollback", async () => {
        const deployed = { test: [release("3.8.1"), release("3.9.0")], acceptatie: [release("3.8.1")] };
        const left = { ...release("3.9.0"), rollback: { reason: "Uploads are lost." } };
        await expect(asked("acceptatie", left, deployed)).rejects.toThrow(
            "it is not older than 3.8.1, which runs, so it is no rollback; take out release.rollback",
        );
        expect(await asked("acceptatie", left, { test: [release("3.9.0")] })).toBeDefined();
    });

    it("refuses a version that ran here as another package, also in the first environment", async () => {
        await expect(
            asked("ontwikkeling", release("3.9.0", "b"), { ontwikkeling: [release("3.9.0")] }),
        ).rejects.toThrow(
            `3.9.0 ran here as another package, ${digest("a")}; a changed package gets a version of its own`,
        );
    });

    it("lets go on what runs already, whatever became of the environment before", async () => {
        const running = { acceptatie: [release("3.9.0")] };
        expect(await asked("acceptatie", release("3.9.0"), running)).toMatchObject({ accepted: [release("3.9.0")] });
        expect(await asked("acceptatie", release("3.9.0"), { ...running, test: [release("4.0.0")] })).toMatchObject({
            accepted: [release("3.9.0")],
        });
    });

    it("lets go on what runs, also where the environment before has the version as another package by now", async () => {
        const deployed = { test: [release("3.9.0", "b")], acceptatie: [release("3.9.0")] };
        expect((await asked("acceptatie", release("3.9.0"), deployed)).accepted).toContainEqual(release("3.9.0"));
    });

    it("lets a release come back that has passed here, whatever became of the environment before", async () => {
        const deployed = { test: [release("4.0.0")], acceptatie: [release("3.8.1"), release("3.9.0")] };
        const back = { ...release("3.8.1"), rollback: { reason: "Uploads are lost." } };
        expect(await asked("acceptatie", back, deployed)).toMatchObject({ accepted: [release("3.8.1")] });
        const broken = [{ ...release("3.8.1"), breakGlass: glass("2026-12-01") }, release("3.9.0")];
        await expect(asked("acceptatie", back, { ...deployed, acceptatie: broken })).rejects.toThrow(
            "test has not deployed it",
        );
    });

    it("says all that is wrong at once", async () => {
        const deployed = { test: [release("4.0.0")], acceptatie: [release("3.9.0"), release("3.8.1", "b")] };
        await expect(asked("acceptatie", release("3.8.0"), deployed)).rejects.toThrow(
            /nothing was changed:\n {2}- it is older than 3\.8\.1.*\n {2}- test has not deployed it/,
        );
    });
});

describe("records that do not hold", () => {
    const deployed = { test: [release("3.8.1"), release("3.9.0")], acceptatie: [release("3.8.1")] };
    const changedIn = (changed: Environment, change: (history: History) => unknown) => ({
        told: (stack: string, all: readonly object[]) =>
            stack === changed ? change(chainOf(stack, all)) : chainOf(stack, all),
    });
    const forged = (history: History) => history.map((entry) => ({ ...entry, approver: "nobody" }));

    it.each<Environment>(["test", "acceptatie"])("vouch for nothing where one of %s was changed", async (changed) => {
        await expect(asked("acceptatie", release("3.9.0"), deployed, changedIn(changed, forged))).rejects.toThrow(
            `the release records of ${changed} do not verify: record 1 (3.8.1) is not what was written`,
        );
    });

    it("do not make a release one that runs", async () => {
        const runs = { ...deployed, acceptatie: [release("4.0.0")] };
        await expect(asked("acceptatie", release("4.0.0"), runs, changedIn("acceptatie", forged))).rejects.toThrow(
            "test has not deployed it",
        );
    });

    it("vouch for nothing where they are those of another environment, or no records", async () => {
        const foreign = () => chainOf("ontwikkeling", [release("3.9.0")]);
        await expect(asked("acceptatie", release("3.9.0"), deployed, changedIn("test", foreign))).rejects.toThrow(
            "record 1 (3.9.0) is one of ontwikkeling",
        );
        await expect(
            asked(
                "acceptatie",
                release("3.9.0"),
                deployed,
                changedIn("test", () => "3.9.0"),
            ),
        ).rejects.toThrow("the output 'releases' is no list of records");
    });

    it("are left aside where somebody breaks the glass", async () => {
        const broken = { ...release("3.9.0"), breakGlass: glass("2026-12-01") };
        expect(await asked("acceptatie", broken, deployed, changedIn("acceptatie", forged))).toBeDefined();
    });

    it("count in the sandbox alone where they were made there", async () => {
        const played = { ...deployed, test: [{ ...release("3.9.0"), where: "sandbox" }] };
        await expect(asked("acceptatie", release("3.9.0"), played)).rejects.toThrow("test has deployed no release yet");
        process.env.OTAP_SANDBOX_SITES = "http://127.0.0.1:1";
        try {
            expect(await asked("acceptatie", release("3.9.0"), played)).toMatchObject({ accepted: [release("3.9.0")] });
        } finally {
            delete process.env.OTAP_SANDBOX_SITES;
        }
    });
});

describe("a broken glass", () => {
    const skipped = (until: string) => ({ ...release("3.9.0"), breakGlass: glass(until) });

    it("lets a release skip a step, and vouches for nothing", async () => {
        expect(await asked("productie", skipped("2026-12-01"), { acceptatie: [release("3.8.1")] })).toMatchObject({
            accepted: [],
        });
    });

    it.each([
        ["is over", "2026-11-22", "the glass was broken until 2026-11-22, which is over"],
        [
            "is for too long",
            "2027-06-01",
            "release.breakGlass.until is 2027-06-01; write 2027-02-21 or earlier, 90 days at most",
        ],
    ])("is refused when it %s", async (_, until, reason) => {
        await expect(asked("productie", skipped(until), {})).rejects.toThrow(reason);
    });

    it("is not asked of what runs already, which a policy judges, and goes on vouching for nothing", async () => {
        const runs = { productie: [{ ...release("3.9.0"), breakGlass: glass("2026-11-22") }] };
        expect(await asked("productie", skipped("2026-11-22"), runs)).toMatchObject({ accepted: [] });
    });

    it("is whole again when the environment before has deployed the release", async () => {
        const deployed = { acceptatie: [release("3.9.0")] };
        expect(await asked("productie", skipped("2026-11-22"), deployed)).toMatchObject({
            accepted: [release("3.9.0")],
        });
    });
});

describe("what customers were promised", () => {
    const deployed = { acceptatie: [release("3.9.0")], test: [release("3.9.0")], productie: [release("3.8.1")] };

    it("must be proven when a release comes to productie, and not before", async () => {
        await expect(asked("productie", release("3.9.0"), deployed, { attestations: [] })).rejects.toThrow(
            "penetration-test",
        );
        expect(await asked("acceptatie", release("3.9.0"), deployed, { attestations: [] })).toBeDefined();
        expect(await asked("productie", release("3.8.1"), deployed, { attestations: [] })).toBeDefined();
    });

    it("may not be proven later than a glass may be broken, also where no step is skipped", async () => {
        const forEver = { ...release("3.9.0"), breakGlass: glass("2099-12-31") };
        await expect(asked("productie", forEver, deployed, { attestations: [] })).rejects.toThrow(
            "release.breakGlass.until is 2099-12-31; write 2027-02-21 or earlier",
        );
    });

    it("may be proven later when the glass is broken", async () => {
        const broken = { ...release("3.9.0"), breakGlass: glass("2026-12-01") };
        expect(await asked("productie", broken, {}, { attestations: [] })).toMatchObject({ accepted: [] });
        const over = { ...release("3.9.0"), breakGlass: glass("2026-11-22") };
        await expect(asked("productie", over, deployed, { attestations: [] })).rejects.toThrow("penetration-test");
    });
});
