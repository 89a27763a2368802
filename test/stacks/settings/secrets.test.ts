import { looksSecret, namesSecret } from "../../../stacks/settings/secrets";
import { settingsFromYaml } from "../../../stacks/settings/settings";
import { changed, dataMistakes, dataOf, linesOf, mistakesWith, textOf } from "./examples";

const REMEDY = "in plain text; remove it, replace the secret, and keep the new one in Key Vault";
const HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

describe("a secret in plain text", () => {
    it.each([
        ["a connection string", "Server=tcp:x.database.windows.net;User Id=sa;Password=Welkom01;"],
        ["an account key", "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=abc=="],
        ["a signature", "https://x.blob.core.windows.net/c?sv=2024-01-01&sig=aGVsbG8lMjB3b3JsZCUyMQ%3D"],
        ["a private key", "-----BEGIN RSA PRIVATE KEY-----\nMIIE"],
        ["a password in an address", "https://user:welkom@example.com/"],
        ["a token", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc"],
        ["a client secret of Entra ID", "abc8Q~aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456"],
        ["a random text", "Zm9vYmFyQmF6MTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3A"],
        ["a random number", HEX],
    ])("is seen: %s", (_, value) => {
        expect(looksSecret(value)).toBe(true);
    });

    it.each([
        `sha256:${HEX}`,
        "4fda6078-d7bc-5716-afbe-0ec15bddc38a",
        "/subscriptions/4fda6078-d7bc-5716-afbe-0ec15bddc38a/resourceGroups/rg-figlo-operators-productie/providers/Microsoft.KeyVault/vaults/kv-figlo-ops-prd-weu",
        "https://figlotest.ciamlogin.com/4fda6078-d7bc-5716-afbe-0ec15bddc38a/v2.0",
        "figlo-advisor-sql-administrators-ontwikkeling",
        "Passwords are checked by one-way hash; the application keeps none itself.",
        "00000000-0000-0000-0000-000000000000",
    ])("is not %s", (value) => {
        expect(looksSecret(value)).toBe(false);
    });

    it("is named by its path and never shown, where a text is allowed", () => {
        const lines = mistakesWith("sql.administrators.group", "Password=Welkom01!");
        expect(lines).toEqual([`sql.administrators.group: the value looks like a secret, ${REMEDY}`]);
    });

    it("is never shown, where something else was wanted", () => {
        expect(mistakesWith("backup.pointInTimeDays", HEX).join()).not.toContain(HEX);
        expect(mistakesWith("release.digest", HEX)).toEqual([
            `release.digest: the value looks like a secret, ${REMEDY}`,
        ]);
    });

    it.each(["sqlPassword", "apiKey", "storageKey", "accessToken", "connectionString", "clientSecret", "sas"])(
        "is suspected behind the unknown key %s",
        (key) => {
            expect(namesSecret(key)).toBe(true);
            expect(mistakesWith(key, "hunter2")).toEqual([
                `${key}: unknown setting whose name announces a secret; keep secrets in Key Vault, never in a settings file`,
            ]);
            expect(mistakesWith(`web.${key}`, "hunter2")).toEqual([
                `web.${key}: the name announces a secret, ${REMEDY}`,
            ]);
        },
    );

    it("is not suspected behind the names that the schema has", () => {
        expect(mistakesWith("signIn.clientSecret", "another-name")).toEqual([]);
    });

    it("is found in a data file too", () => {
        const content = changed(dataOf("productie", "access"), ["access", 0, "why"], `The token is ${HEX}`);
        expect(dataMistakes("access", content)).toEqual([`access[0].why: the value looks like a secret, ${REMEDY}`]);
    });

    it("may stand encrypted where Pulumi keeps its own", () => {
        const text = `encryptionsalt: v1:aGVsbG8gd29ybGQ=:v1:Zm9vYmFyQmF6MTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3A=\n${textOf("Pulumi.test.yaml")}`;
        expect(linesOf(() => settingsFromYaml("Pulumi.test.yaml", text))).toEqual([]);
    });

    it("is not what any setting wants, not even encrypted", () => {
        expect(mistakesWith("vendor", { secure: "v1:abc" })).toEqual([
            expect.stringMatching(
                /^vendor: expected .*, got an encrypted value; no setting is a secret, so write it readable$/,
            ),
        ]);
    });
});
