import { requireSettings, sandboxSettings } from "../../../sandbox/street/stack-settings";

describe("the settings of a stack in the sandbox", () => {
    it("are those of the real one, with secrets kept the sandbox's way", () => {
        const real = "secretsprovider: azurekeyvault://real\nencryptedkey: cmVhbA==\nconfig:\n  a:version: 3.10\n";
        expect(sandboxSettings(real, "v1:salt")).toBe("config:\n  a:version: 3.10\nencryptionsalt: v1:salt\n");
    });

    it.each(["../elsewhere", "nowhere", ""])("are required: %p has none", (stack) => {
        expect(() => requireSettings(__dirname, stack)).toThrow("there is no such environment");
    });
});
