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
    ])("reports %s", (value) => {
        expect(found(value)).toEqual([
            "site-settings: setting SETTING switches encryption or the check of certificates off",
        ]);
    });

    it.each(["http://api.figlo.example", "redis://cache.figlo.example:6379"])("reports the address %s", (value) => {
        expect(found(value)).toEqual(["site-settings: setting SETTING leads to an address without encryption"]);
    });

    it.each([
        "Server=tcp:sql-1;Encrypt=True;TrustServerCertificate=False",
        "Server=tcp:sql-1;Encrypt=Strict",
        "postgres://db.figlo.example/app?sslmode=verify-full",
        "https://api.figlo.example",
        "http://localhost:3000",
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
