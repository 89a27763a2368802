import { brokenLinks, type History } from "../../../stacks/promotion/release-history";
import type { ReleaseRecordArgs } from "../../../stacks/promotion/release-record";
import { provider } from "../../../stacks/promotion/release-record-provider";

const inputs = (version: string, more: Partial<ReleaseRecordArgs> = {}): ReleaseRecordArgs => ({
    environment: "test",
    release: { version, digest: `sha256:${"a".repeat(64)}`, commit: "c".repeat(40), approver: "release manager" },
    healthy: [more.release ?? { version, digest: `sha256:${"a".repeat(64)}` }],
    predecessor: "ontwikkeling",
    accepted: [],
    ...more,
});

type State = ReleaseRecordArgs & { readonly history: History };

const created = async (args: ReleaseRecordArgs) => (await provider.create(args)).outs as State;
const updated = async (state: State, args: ReleaseRecordArgs) =>
    (await provider.update?.("test", state, args))?.outs as State;
const changes = async (state: State, args: ReleaseRecordArgs) => (await provider.diff?.("test", state, args))?.changes;

describe("the record of a release", () => {
    const VARIABLES = ["OTAP_TODAY", "OTAP_SANDBOX_SITES", "OTAP_COMMIT", "OTAP_APPROVER"];
    const before = VARIABLES.map((name) => [name, process.env[name]] as const);

    beforeEach(() => {
        process.env.OTAP_TODAY = "2026-11-23";
    });

    afterEach(() => {
        for (const [name, value] of before) {
            delete process.env[name];
            Object.assign(process.env, value === undefined ? {} : { [name]: value });
        }
    });

    it("says what was deployed when, from what, approved by whom, and where", async () => {
        expect((await created(inputs("3.8.1"))).history).toMatchObject([
            {
                environment: "test",
                version: "3.8.1",
                commit: "c".repeat(40),
                approver: "release manager",
                deployed: "2026-11-23",
                where: "azure",
            },
        ]);
    });

    it("says that it was made in the sandbox", async () => {
        process.env.OTAP_SANDBOX_SITES = "http://127.0.0.1:1";
        expect((await created(inputs("3.8.1"))).history[0]?.where).toBe("sandbox");
    });

    it("takes commit and approver from the pipeline where the settings do not say them", async () => {
        Object.assign(process.env, { OTAP_COMMIT: "d".repeat(40), OTAP_APPROVER: "pipeline's approver" });
        const { version, digest } = inputs("3.8.1").release;
        const silent = (await created(inputs("3.8.1", { release: { version, digest } }))).history[0];
        expect(silent).toMatchObject({ commit: "d".repeat(40), approver: "pipeline's approver" });
        expect((await created(inputs("3.8.1"))).history[0]).toMatchObject({ approver: "release manager" });
    });

    it("leaves out what nobody says: Pulumi's state keeps no null", async () => {
        const { version, digest } = inputs("3.8.1").release;
        const [entry] = (await created(inputs("3.8.1", { release: { version, digest } }))).history;
        expect(Object.keys(entry ?? {}).sort()).toEqual([
            "deployed",
            "digest",
            "environment",
            "number",
            "sha256",
            "version",
            "where",
        ]);
    });

    it("grows by one when another release is deployed, and keeps what was written", async () => {
        const first = await created(inputs("3.8.1"));
        const second = await updated(first, inputs("3.9.0"));
        expect(second.history[0]).toEqual(first.history[0]);
        expect(second.history.map(({ version }) => version)).toEqual(["3.8.1", "3.9.0"]);
        expect(brokenLinks(second.history)).toEqual([]);
    });

    it("does not change when the same release is deployed again, whoever approves it now", async () => {
        const state = await created(inputs("3.8.1"));
        const again = inputs("3.8.1", { release: { ...inputs("3.8.1").release, approver: "somebody else" } });
        expect(await changes(state, again)).toBe(false);
        expect(await changes(state, inputs("3.9.0"))).toBe(true);
        const other = { ...inputs("3.8.1").release, digest: `sha256:${"b".repeat(64)}` };
        expect(await changes(state, inputs("3.8.1", { release: other }))).toBe(true);
    });

    it("grows when a broken glass is approved anew, and not when it is whole again", async () => {
        const breakGlass = { reason: "Sign-in fails.", requester: "A team", approver: "B team", until: "2026-12-01" };
        const state = await created(inputs("3.8.1", { breakGlass }));
        const longer = inputs("3.8.1", { breakGlass: { ...breakGlass, until: "2026-12-20" } });
        expect(await changes(state, inputs("3.8.1", { breakGlass: { ...breakGlass } }))).toBe(false);
        expect(await changes(state, inputs("3.8.1"))).toBe(false);
        expect(await changes(state, longer)).toBe(true);
        expect((await updated(state, longer)).history.map((entry) => entry.breakGlass?.until)).toEqual([
            "2026-12-01",
            "2026-12-20",
        ]);
    });

    it("is not written while a region runs another release, as after a deployment of a part", async () => {
        const [old, now] = [inputs("3.8.1"), inputs("3.9.0")];
        const healthy = [now.release, { version: "3.8.1", digest: now.release.digest }];
        await expect(updated(await created(old), { ...now, healthy })).rejects.toThrow(
            `release 3.9.0 (${now.release.digest}) is not recorded as deployed in test: a region is at 3.8.1`,
        );
        const otherPackage = { version: "3.9.0", digest: `sha256:${"b".repeat(64)}` };
        await expect(created({ ...now, healthy: [otherPackage] })).rejects.toThrow("a region is at 3.9.0 (sha256:bbb");
        await expect(created({ ...now, healthy: [] })).rejects.toThrow("no region is");
    });

    it("tells why an older release came back, and who broke the glass", async () => {
        const breakGlass = { reason: "Sign-in fails.", requester: "A team", approver: "B team", until: "2026-12-01" };
        const more = { rollback: "Uploads are lost.", breakGlass };
        expect((await created(inputs("3.8.1", more))).history[0]).toMatchObject(more);
    });
});
