import { compliant } from "../compliant-stack";
import { UNKNOWN } from "../example-stack";

describe("web-encrypted-connections", () => {
    const found = (value: unknown) =>
        compliant().set("site-settings", "properties", { SETTING: value }).found("web-encrypted-connections");

    it.each([
        "Server=tcp:sql-1;Encrypt=False",
        "Server=tcp:sql-1; TrustServerCertificate = yes",
        "Server=tcp:sql-1;Trust Server Certificate=true",
        "postgres://db.figlo.example/app?sslmode=disable",
        "Host=db;SSL Mode=Prefer",
        'Server=tcp:sql-1;Encrypt="False"',
        "Server=tcp:sql-1;TrustServerCertificate='true'",
        '{"options":{"encrypt":false,"host":"sql-1"}}',
        '{"options":{"trustServerCertificate": true}}',
        "mongodb+srv://db.figlo.example/app?tls=false",
        "mongodb+srv://db.figlo.example/app?tlsAllowInvalidCertificates=true",
        "postgres://db.figlo.example/app?sslmode=no-verify",
    ])("reports %s", (value) => {
        expect(found(value)).toEqual([
            "site-settings: setting SETTING switches encryption or the check of certificates off",
        ]);
    });

    const named = (name: string, value: unknown) =>
        compliant()
            .set("site-settings", "properties", { [name]: value })
            .found("web-encrypted-connections");

    it.each([
        ["PGSSLMODE", "disable"],
        ["NODE_TLS_REJECT_UNAUTHORIZED", "0"],
        ["DB_ENCRYPT", "false"],
        ["Sql__TrustServerCertificate", true],
    ])("reports the switch %s with %p", (name, value) => {
        expect(named(name, value)).toEqual([
            `site-settings: setting ${name} switches encryption or the check of certificates off`,
        ]);
    });

    it.each([
        ["PGSSLMODE", "verify-full"],
        ["NODE_TLS_REJECT_UNAUTHORIZED", "1"],
        ["DB_ENCRYPT", "true"],
        ["SMTP_SSL", "false"],
        ["FEATURE_X", "false"],
        ["DECRYPT", "false"],
    ])("passes the switch %s with %p", (name, value) => {
        expect(named(name, value)).toEqual([]);
    });

    it.each(["http://api.figlo.example", "redis://cache.figlo.example:6379", '{"url":"http://api.figlo.example"}'])(
        "reports the address %s",
        (value) => {
            expect(found(value)).toEqual(["site-settings: setting SETTING leads to an address without encryption"]);
        },
    );

    it.each([
        "Server=tcp:sql-1;Encrypt=True;TrustServerCertificate=False",
        "Server=tcp:sql-1;Encrypt=Strict",
        "postgres://db.figlo.example/app?sslmode=verify-full",
        "https://api.figlo.example",
        "http://localhost:3000",
        '{"url":"http://localhost"}',
        '{"options":{"encrypt":true,"trustServerCertificate":false}}',
        "mongodb+srv://db.figlo.example/app?tls=true",
        "http://schemas.figlo.example/claims",
        UNKNOWN,
    ])("passes %j", (value) => {
        expect(found(value)).toEqual([]);
    });

    it("reads connection strings beside a site and inside it", () => {
        const connectionString = "Server=tcp:sql-1;Encrypt=no";
        const inside = compliant().set("site", "siteConfig.connectionStrings", [{ name: "sql", connectionString }]);
        expect(inside.found("web-encrypted-connections")).toHaveLength(1);
        const properties = { sql: { type: "SQLAzure", value: connectionString } };
        const beside = compliant().plus("web:WebAppConnectionStrings", "strings", { properties });
        expect(beside.found("web-encrypted-connections")).toHaveLength(1);
    });
});
