import { describeWithEngine } from "../with-engine";
import { inWords } from "./in-words";
import { type StackOnStandIn, stackOnStandIn } from "./stack-on-stand-in";

/** What breaks at night: each step begins where the one before it ended. */
describeWithEngine("an environment in trouble", (engine) => {
    let stack: StackOnStandIn;

    beforeAll(async () => {
        stack = await stackOnStandIn(engine, "ontwikkeling");
    });

    afterAll(() => stack.stop());

    const up = () => stack.run("up", { policyPack: false });

    it("stops where Azure refuses, and says at which resource and why", async () => {
        await stack.restart("409 type=sql:FailoverGroup");
        const { exitCode, diagnostics } = await up();
        expect(exitCode).not.toBe(0);
        expect(diagnostics).toContainEqual({
            severity: "error",
            urn: expect.stringContaining("::shard-01-failover-group"),
            message: expect.stringContaining("Status=409"),
        });
    });

    it("goes on where it stopped", async () => {
        await stack.restart();
        expect(await up()).toMatchObject({ exitCode: 0 });
        expect(await up()).toMatchObject({ exitCode: 0, steps: [] });
    });

    it("shows in a refresh what somebody else changed, and the next run puts it right", async () => {
        await stack.restart("drift sql:Server minimalTlsVersion=1.0");
        const servers = ["primary", "secondary"].map(
            (role) => `update sql:Server::shard-01-${role}-server minimalTlsVersion`,
        );
        expect((await stack.run("refresh")).steps.map(inWords).sort()).toEqual(servers);
        expect((await up()).steps.map(inWords).sort()).toEqual(servers);
    });

    it("makes again what somebody else deleted", async () => {
        await stack.restart("drift monitor:DiagnosticSetting gone");
        await stack.run("refresh");
        const { exitCode, steps } = await up();
        expect(exitCode).toBe(0);
        expect(new Set(steps.map(({ op, urn }) => `${op} ${urn.split("$").pop()?.split("::")[0]}`))).toEqual(
            new Set(["create azure-native:monitor:DiagnosticSetting"]),
        );
    });
});
