import { dirname } from "node:path";
import { engineVariables } from "../../../sandbox/street/engine-variables";
import { streetAt } from "../../../sandbox/street/street";

const engine = { command: "/e/pulumi", source: "built", version: "3.259.0", binFolder: "/e" } as const;
const variables = (inherited: NodeJS.ProcessEnv, today?: string) =>
    engineVariables({
        street: streetAt("/p q"),
        engine,
        debugProviders: "azure-native:1,random:2",
        sites: "http://127.0.0.1:3",
        sql: '{"port":4}',
        today,
        inherited,
    });

describe("the environment of the engine", () => {
    it("has its own home, a backend in a file, and our providers", () => {
        expect(variables({})).toMatchObject({
            PULUMI_HOME: "/p q/.otap/sandbox/home",
            PULUMI_BACKEND_URL: "file:///p%20q/.otap/sandbox/state",
            PULUMI_DEBUG_PROVIDERS: "azure-native:1,random:2",
            PULUMI_SKIP_UPDATE_CHECK: "1",
            PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "1",
        });
    });

    it.each(["PULUMI_ACCESS_TOKEN", "PULUMI_STACK", "ARM_CLIENT_SECRET", "AZURE_TENANT_ID"])(
        "does not hold the user's %s",
        (name) => {
            expect(variables({ [name]: "real" })).not.toHaveProperty(name);
        },
    );

    it("hands on whether the state is written at the end only", () => {
        expect(variables({ PULUMI_SKIP_CHECKPOINTS: "true" })).toHaveProperty("PULUMI_SKIP_CHECKPOINTS", "true");
    });

    it("finds the engine's own programs first, and Node", () => {
        expect(variables({ PATH: "/usr/bin" }).PATH).toBe(`/e:${dirname(process.execPath)}:/usr/bin`);
    });

    it("keeps calls to this machine away from a proxy", () => {
        expect(variables({ NO_PROXY: ".intra" }).NO_PROXY).toBe("127.0.0.1,localhost,.intra");
    });

    it("tells the program that it runs in a sandbox, and where that plays the applications", () => {
        expect(variables({}).OTAP_SANDBOX_SITES).toBe("http://127.0.0.1:3");
    });

    it("tells the program where the sandbox plays the databases", () => {
        expect(variables({}).OTAP_SANDBOX_SQL).toBe('{"port":4}');
    });

    it("hands on the date only when there is one", () => {
        expect(variables({}, "2026-11-23").OTAP_TODAY).toBe("2026-11-23");
        expect(variables({})).not.toHaveProperty("OTAP_TODAY");
    });
});
