import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stackOutputs } from "../../../sandbox/street/stack-outputs";
import { type Street, streetAt } from "../../../sandbox/street/street";
import { STACK } from "./outcomes";

describe("the outputs of the sandbox's stacks", () => {
    let street: Street;
    beforeEach(() => {
        street = streetAt("/nowhere", mkdtempSync(join(tmpdir(), "outputs-")));
    });
    afterEach(() => rmSync(street.folder, { recursive: true }));

    it("are those of the last operation, and none of a stack that was never brought up", () => {
        const folder = join(street.state, ".pulumi/stacks/tiny");
        mkdirSync(folder, { recursive: true });
        const resources = [
            { urn: "urn:x", type: "azure-native:sql:Server", outputs: { name: "x" } },
            { urn: STACK, type: "pulumi:pulumi:Stack", outputs: { releases: [1] } },
        ];
        writeFileSync(join(folder, "productie.json"), JSON.stringify({ checkpoint: { latest: { resources } } }));
        expect(stackOutputs(street, ["test", "productie"])).toEqual({ test: {}, productie: { releases: [1] } });
    });
});
