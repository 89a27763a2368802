import { spawn } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

describe("the pack as the engine starts it", () => {
    it("says on which port it listens, also from the program's folder, where the engine starts it", async () => {
        const runner = join(ROOT, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");
        const folder = join(ROOT, "policies");
        const child = spawn(process.execPath, [runner, "127.0.0.1:1", folder], { cwd: join(ROOT, "stacks") });
        try {
            const said = await new Promise<string>((resolve, reject) => {
                child.stdout.once("data", (data) => resolve(String(data)));
                child.stderr.once("data", (data) => reject(new Error(String(data))));
                child.once("exit", (code) => reject(new Error(`the pack ended with ${code}`)));
            });
            expect(said).toMatch(/^\d{4,5}\n$/);
        } finally {
            child.kill();
        }
    });
});
