import type { AccessToken } from "@azure/identity";

const HOUR = 3_600_000;
const getToken = jest.fn<Promise<AccessToken | null>, [string]>();
const made = jest.fn();
jest.mock("@azure/identity", () => ({
    DefaultAzureCredential: class {
        readonly getToken = getToken;
        constructor(options: object) {
            made(options);
        }
    },
}));

describe("a token for SQL", () => {
    let entraToken: (directory: string) => Promise<string>;
    beforeEach(() => {
        jest.resetModules();
        jest.clearAllMocks();
        ({ entraToken } = require("../../../infra/inside/entra-token"));
        let count = 0;
        getToken.mockImplementation(async () => {
            count += 1;
            return { token: `t${count}`, expiresOnTimestamp: Date.now() + HOUR };
        });
    });

    it("is asked for once for each directory, by whoever runs this", async () => {
        const all = await Promise.all([entraToken("d1"), entraToken("d1"), entraToken("d2"), entraToken("d1")]);
        expect(all).toEqual(["t1", "t1", "t2", "t1"]);
        expect(await entraToken("d1")).toBe("t1");
        expect(made.mock.calls).toEqual([[{ tenantId: "d1" }], [{ tenantId: "d2" }]]);
        expect(getToken.mock.calls).toEqual([
            ["https://database.windows.net/.default"],
            ["https://database.windows.net/.default"],
        ]);
    });

    it("is asked for again, once, when it lasts less than five minutes", async () => {
        getToken.mockResolvedValueOnce({ token: "old", expiresOnTimestamp: Date.now() + 4 * 60_000 });
        expect(await entraToken("d1")).toBe("old");
        expect(await Promise.all([entraToken("d1"), entraToken("d1")])).toEqual(["t1", "t1"]);
        expect(made).toHaveBeenCalledTimes(1);
    });

    it("that cannot be had is told by the first line, and asked for again", async () => {
        getToken.mockRejectedValueOnce(new Error("Please run 'az login'.\nEnvironmentCredential: …\n…"));
        await expect(entraToken("d1")).rejects.toMatchObject({
            message: "Please run 'az login'.",
            obstacle: "no-token",
            numbers: [],
        });
        expect(await entraToken("d1")).toBe("t1");
    });

    it("that nobody gives is told too", async () => {
        getToken.mockResolvedValueOnce(null);
        await expect(entraToken("d1")).rejects.toMatchObject({ obstacle: "no-token" });
    });
});
