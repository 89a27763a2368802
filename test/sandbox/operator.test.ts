import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { KeptCloud } from "../../sandbox/azure/kept-cloud";
import { isOperator, operator } from "../../sandbox/operator";
import { keptSettings } from "../../sandbox/street/kept-settings";
import { streetAt } from "../../sandbox/street/street";
import { tinyProject } from "./street/tiny-project";

const server = (name: string) =>
    `/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.Sql/servers/${name}`;
const [WEST, NORTH] = [server("sql-west"), server("sql-north")];
const GROUP = { type: "Microsoft.Sql/servers/failoverGroups", apiVersion: "2023-08-01", declared: true } as const;

describe("what an operator does in a sandbox", () => {
    let project: ReturnType<typeof tinyProject>;
    const street = () => streetAt(project.root);
    const cloud = () => new KeptCloud(join(street().cloud, "cloud.jsonl"));

    beforeEach(() => {
        project = tinyProject();
        const state = join(street().state, ".pulumi/stacks/tiny/test.json");
        const resources = [{ urn: "u", type: "azure-native:sql:FailoverGroup", id: `${WEST}/failoverGroups/fog` }];
        for (const folder of [dirname(state), street().project]) {
            mkdirSync(folder, { recursive: true });
        }
        writeFileSync(state, JSON.stringify({ checkpoint: { latest: { resources } } }));
        const played = cloud();
        for (const [id, location] of [
            [WEST, "westeurope"],
            [NORTH, "North Europe"],
        ] as const) {
            const row = { type: "Microsoft.Sql/servers", apiVersion: "2023-08-01", outputs: {}, declared: true };
            played.write({ ...row, id, body: { location } });
        }
        const inside = (own: string, partner: string, replicationRole: string) => ({
            ...GROUP,
            id: `${own}/failoverGroups/fog`,
            body: { properties: { partnerServers: [{ id: partner }], databases: [] } },
            outputs: { replicationRole },
        });
        played.write(inside(WEST, NORTH, "Primary"));
        played.write({ ...inside(NORTH, WEST, "Secondary"), declared: false });
    });
    afterEach(() => project.remove());

    async function run(argv: readonly string[], script = "", input = "") {
        const said = { out: "", err: "" };
        const io = {
            root: project.root,
            environment: {},
            progress: () => {},
            columns: 500,
            input: Readable.from([input]),
            out: (text: string) => {
                said.out += text;
            },
            err: (text: string) => {
                said.err += text;
            },
        };
        const command = join(project.root, "engine");
        writeFileSync(command, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
        const exitCode = await operator(argv, io, async () => ({
            command,
            source: "path",
            version: "3.259.0",
            binFolder: "bin",
        }));
        return { exitCode, ...said };
    }

    const roles = () => [WEST, NORTH].map((id) => cloud().get(`${id}/failoverGroups/fog`)?.outputs.replicationRole);

    it("is three words, none of which the engine's operations have", () => {
        expect(["fail-over", "export", "import", "up", "status"].map((verb) => isOperator([verb]))).toEqual([
            true,
            true,
            true,
            false,
            false,
        ]);
    });

    it("lets the server in a region take over, and keeps that; once it has, nothing moves", async () => {
        expect(await run(["fail-over", "test", "--region", "northeurope"])).toEqual({
            exitCode: 0,
            out: "1\n",
            err: "",
        });
        expect(roles()).toEqual(["Secondary", "Primary"]);
        expect(await run(["fail-over", "test", "--region", "northeurope"])).toMatchObject({ exitCode: 0, out: "0\n" });
        expect(roles()).toEqual(["Secondary", "Primary"]);
    });

    it("refuses a region without a server, and a stack that is not up, with a sentence", async () => {
        expect(await run(["fail-over", "test", "--region", "francecentral"])).toEqual({
            exitCode: 2,
            out: "",
            err: "test has no failover group with a server in francecentral; bring it up with otap sandbox up test, or choose the other region\n",
        });
        expect(await run(["export", "productie"])).toMatchObject({
            exitCode: 2,
            err: "productie is not up in the sandbox; run otap sandbox up productie first\n",
        });
        expect(roles()).toEqual(["Primary", "Secondary"]);
    });

    it("exports what the engine says", async () => {
        expect(await run(["export", "test"], 'echo "$@"')).toEqual({
            exitCode: 0,
            out: "stack export --stack test --non-interactive --color never\n",
            err: "",
        });
    });

    it("imports what it reads, and keeps a setting", async () => {
        const file = join(project.root, "imported");
        expect(await run(["import", "test", "--set", "tiny:size.unit=large"], `cat > '${file}'`, "{}")).toMatchObject({
            exitCode: 0,
            out: "",
        });
        expect(readFileSync(file, "utf8")).toBe("{}");
        expect(keptSettings(street(), "test")).toEqual({ "tiny:size.unit": "large" });
    });

    it("keeps no setting when the engine refuses the state, and says why", async () => {
        expect(
            await run(["import", "test", "--set", "tiny:size.unit=large"], "echo 'it is broken' >&2; exit 1"),
        ).toEqual({
            exitCode: 2,
            out: "",
            err: "the engine cannot import the state of test; it is as it was: it is broken\n",
        });
        expect(keptSettings(street(), "test")).toEqual({});
    });
});
