import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineArguments, policyPackOf } from "../../../sandbox/street/engine-arguments";

const base = { stack: "test", configFile: "/s/Pulumi.test.yaml", eventLog: "/s/e.jsonl" } as const;
const policyPack = { folder: "/p", config: "/p/test.json" };
const COMMON = [
    ...["--stack", "test", "--config-file", "/s/Pulumi.test.yaml", "--event-log", "/s/e.jsonl"],
    ...["--non-interactive", "--color", "never", "--suppress-outputs"],
];

describe("the engine's command line", () => {
    it("brings up without a preview of its own, under the policy pack", () => {
        expect(engineArguments({ ...base, operation: "up", policyPack })).toEqual([
            "up",
            ...COMMON,
            ...["--suppress-progress", "--yes", "--skip-preview"],
            ...["--policy-pack", "/p", "--policy-pack-config", "/p/test.json"],
        ]);
    });

    it("previews as JSON when asked to", () => {
        expect(engineArguments({ ...base, operation: "preview", json: true })).toEqual([
            "preview",
            ...COMMON,
            "--json",
        ]);
    });

    it("rehearses a destroy without saying yes", () => {
        expect(engineArguments({ ...base, operation: "destroy", rehearsal: true })).toEqual([
            "destroy",
            ...COMMON,
            ...["--suppress-progress", "--preview-only"],
        ]);
    });

    it.each(["refresh", "destroy"] as const)("gives no policy pack to %s, which has none", (operation) => {
        expect(engineArguments({ ...base, operation, policyPack })).not.toContain("--policy-pack");
    });
});

describe("the policy pack of a stack", () => {
    let root: string;
    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), "packs-"));
        mkdirSync(join(root, "policies/config"), { recursive: true });
        writeFileSync(join(root, "policies/config/productie.json"), "{}");
    });
    afterEach(() => rmSync(root, { recursive: true, force: true }));

    const withPack = () => writeFileSync(join(root, "policies/PulumiPolicy.yaml"), "");

    it("has the configuration of its environment", () => {
        withPack();
        expect(policyPackOf(root, "productie")).toEqual({
            folder: join(root, "policies"),
            config: join(root, "policies/config/productie.json"),
        });
    });

    it("has the configuration of its environment for a shard as well", () => {
        withPack();
        expect(policyPackOf(root, "productie-klanten-02")?.config).toBe(join(root, "policies/config/productie.json"));
    });

    it("has no configuration where there is none", () => {
        withPack();
        expect(policyPackOf(root, "test")?.config).toBeUndefined();
    });

    it("is none in a project without policies", () => {
        expect(policyPackOf(root, "productie")).toBeUndefined();
    });
});
