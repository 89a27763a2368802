import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ROOT } from "../street";

/** Ends as a reader like `head` does: after the first bytes, long before the last. */
async function readBeginning(args: readonly string[], input: string): Promise<number | null> {
    const child = spawn(process.execPath, [join(ROOT, "cli/bin/otap.js"), ...args], {
        stdio: ["pipe", "pipe", "inherit"],
    });
    child.stdout.once("data", () => child.stdout.destroy());
    child.stdin.end(input);
    const [code] = await once(child, "exit");
    return code;
}

describe("a command whose reader goes away", () => {
    it("ends with 141, as other tools: what was cut off may be a refusal", async () => {
        const resources = Array.from({ length: 500 }, (_, index) => ({
            urn: `urn:pulumi:proef::shop::azure-native:sql:Server::server-${index}`,
            type: "azure-native:sql:Server",
            inputs: { location: "eastus" },
        }));
        expect(await readBeginning(["check", "-", "--json"], JSON.stringify({ resources }))).toBe(141);
    });
});
