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
        ["a short signature", "https://x.blob.core.windows.net/c?sv=2024-01-01&sig=a"],
        ["a signature in a sentence", "Use sig=abc to read it."],
        ["a password in prose", "The password is Welkom01! for now."],
        ["a Dutch password", "Het wachtwoord is welkom01, tot maandag."],
        ["a password behind a colon", "wachtwoord: x"],
        ["a short form", "log in with pwd=x"],
        ["whose password it is", "The password for user sa is Welkom01!"],
        ["a token in prose", "Call it with token: abcdef12345."],
        ["a header", "Authorization: Bearer abcdef123456"],
        ["an account key in prose", "AccountKey: abc123=="],
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
        "The password is hashed with argon2id before it is stored.",
        "Every password is SHA-256-hashed and then encrypted; the wachtwoord is never shown.",
        "The password of each account is 12-character text at least.",
        "The client secret: kept in the operators' vault; its token is never shown.",
        "Passwords are checked by one-way hash; the application keeps none itself.",
        "00000000-0000-0000-0000-000000000000",
    ])("is not %s", (value) => {
        expect(looksSecret(value)).toBe(false);
    });

    it.each([
        ["signIn.clientSecret", "Welkom01!"],
        ["domain.certificate.secret", "kees 7"],
        ["signIn.clientSecret", 7031992],
    ])("is not shown where only the name of a secret belongs: %s", (path, value) => {
        expect(mistakesWith(path, value)).toEqual([
            `${path}: expected the name of what the vault holds, 1 to 127 letters, digits and hyphens, got something else; if that is the secret itself, replace it`,
        ]);
    });

    it("is not shown where Pulumi would read it otherwise", () => {
        const text = textOf("Pulumi.test.yaml").replace("clientSecret: advisor-sign-in", "clientSecret: 0703199");
        expect(linesOf(() => settingsFromYaml("Pulumi.test.yaml", text))).toEqual([
            expect.stringMatching(
                /^signIn\.clientSecret: line \d+, column 19: Pulumi reads this otherwise than it stands/,
            ),
        ]);
    });

    it("is found in a comment, by its line", () => {
        const text = textOf("Pulumi.test.yaml").replace("config:", "config: # was Password=Welkom01!\n  # fine");
        expect(linesOf(() => settingsFromYaml("Pulumi.test.yaml", text))).toEqual([
            `line 3, column 9: the comment looks like a secret, ${REMEDY}`,
        ]);
    });

    it("is found beside config, where Pulumi keeps its own", () => {
        const text = `environment: [Password=Welkom01!]\nextra: Password=Welkom01!\n${textOf("Pulumi.test.yaml")}`;
        expect(linesOf(() => settingsFromYaml("Pulumi.test.yaml", text))).toEqual([
            `environment[0]: the value looks like a secret, ${REMEDY}`,
            `extra: the value looks like a secret, ${REMEDY}`,
        ]);
    });

    it("has no place in an environment of Pulumi ESC that is written out in the file", () => {
        const text = `environment: { values: { a: hunter2 } }\n${textOf("Pulumi.test.yaml")}`;
        expect(linesOf(() => settingsFromYaml("Pulumi.test.yaml", text))).toEqual([
            "environment: expected a list of names of environments of Pulumi ESC, got a mapping",
        ]);
    });

    it.each(["!!hunter2 x", "!hunter2! x", "|hunter2", '"\\hunter2"', "[a] hunter2", "*hunter2 x", "@hunter2"])(
        "is never quoted from text that is not YAML: %s",
        (value) => {
            const text = textOf("Pulumi.test.yaml").replace("vendor: figlo", `vendor: ${value}`);
            expect(linesOf(() => settingsFromYaml("Pulumi.test.yaml", text))).toEqual([
                expect.not.stringContaining("hunter2"),
            ]);
        },
    );

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
            for (const path of [key, `web.${key}`]) {
                expect(mistakesWith(path, "hunter2")).toEqual([
                    `${path}: unknown setting whose name announces a secret, ${REMEDY}`,
                ]);
            }
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

describe("an unencrypted address", () => {
    const MESSAGE = "holds 'http://', over which everybody on the way reads along (measure 9); write https://";

    it.each([
        ["signIn.issuer", "http://figlo.ciamlogin.com/11111111-1111-1111-1111-111111111111/v2.0"],
        ["sql.firewall.0.reason", "See HTTP://wiki.figlo.example for who needs it."],
        ["owner", "http://team"],
    ])("is a mistake in %s", (path, value) => {
        expect(mistakesWith(path, value)).toEqual([`${path.replace(".0.", "[0].")}: ${MESSAGE}`]);
    });

    it("is a mistake in a data file too", () => {
        const content = changed(
            dataOf("productie", "access"),
            ["access", 0, "why"],
            "As http://wiki.figlo.example says.",
        );
        expect(dataMistakes("access", content)).toEqual([`access[0].why: ${MESSAGE}`]);
    });
});

describe("what a terminal takes for an order", () => {
    it.each([
        ["\u001b[2J", "001B"],
        ["\u202e", "202E"],
        ["\u0000", "0000"],
        ["\u2028", "2028"],
    ])("is a mistake in a sentence: %j", (order, code) => {
        const path = ["access", 0, "why"] as const;
        const content = changed(dataOf("productie", "access"), path, `Support follows ${order} a complaint.`);
        expect(dataMistakes("access", content)).toEqual([
            `access[0].why: holds the character U+${code}, which is no text and which a terminal may obey; remove it`,
        ]);
    });

    it("is not the end of a line: a sentence may have several", () => {
        const content = changed(
            dataOf("productie", "access"),
            ["access", 0, "why"],
            "Support follows\r\n\ta complaint.",
        );
        expect(dataMistakes("access", content)).toEqual([]);
    });
});

describe("a secret in a key", () => {
    it("is not shown in the path", () => {
        expect(mistakesWith("web.Password=Welkom01!", true).join()).not.toContain("Welkom01");
    });
});
