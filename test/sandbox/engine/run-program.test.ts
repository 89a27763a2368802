import { ProgramInfo, RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { variablesOf } from "../../../sandbox/engine/run-plugin";
import { programArguments, programEnvironment } from "../../../sandbox/engine/run-program";

const request = (): RunRequest => {
    const made = new RunRequest();
    made.setMonitorAddress("127.0.0.1:1");
    made.setOrganization("organization");
    made.setProject("tiny");
    made.setStack("test");
    made.setPwd("/tiny/stacks");
    made.setParallel(8);
    made.getConfigMap().set("tiny:size", "small");
    made.setConfigsecretkeysList(["tiny:key"]);
    return made;
};

const info = (): ProgramInfo => {
    const made = new ProgramInfo();
    made.setRootDirectory("/tiny");
    return made;
};

describe("the language host", () => {
    it("tells the SDK's runner where the engine is and what to run", () => {
        expect(programArguments(request(), info(), "127.0.0.1:2")).toEqual([
            "--monitor=127.0.0.1:1",
            "--engine=127.0.0.1:2",
            "--organization=organization",
            "--project=tiny",
            "--root-directory=/tiny",
            "--stack=test",
            "--pwd=/tiny/stacks",
            "--parallel=8",
            ".",
        ]);
    });

    it("tells it that nothing may happen in a preview", () => {
        const dry = request();
        dry.setDryrun(true);
        expect(programArguments(dry, info(), undefined)).toContain("--dry-run=true");
    });

    it("hands on configuration, secret keys and the tsconfig of the project", () => {
        expect(programEnvironment(request(), { tsconfig: "tsconfig.program.json" })).toEqual({
            PULUMI_CONFIG: '{"tiny:size":"small"}',
            PULUMI_CONFIG_SECRET_KEYS: '["tiny:key"]',
            PULUMI_NODEJS_TYPESCRIPT: "true",
            PULUMI_NODEJS_TSCONFIG_PATH: "tsconfig.program.json",
        });
    });

    it("leaves TypeScript alone where the project says so", () => {
        expect(programEnvironment(request(), { typescript: false })).toMatchObject({
            PULUMI_NODEJS_TYPESCRIPT: "false",
        });
    });

    it("reads environment variables whose values hold an equals sign", () => {
        expect(variablesOf(["A=1", "B=x=y"])).toEqual({ A: "1", B: "x=y" });
    });
});
