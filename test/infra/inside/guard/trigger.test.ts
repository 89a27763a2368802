import { SUSPECT_COLUMNS_OF_TABLE } from "../../../../infra/inside/guard/suspect-columns";
import { GUARD_TRIGGER, isGuardTrigger } from "../../../../infra/inside/guard/trigger";

describe("the guard's trigger", () => {
    it("hears of tables that are made and altered, and of what is renamed, in the database", () => {
        expect(GUARD_TRIGGER).toMatch(
            /^CREATE OR ALTER TRIGGER \[figlo_guard\] ON DATABASE\nFOR CREATE_TABLE, ALTER_TABLE, RENAME\nAS\n/,
        );
    });

    it("reads the event under the settings that methods of XML want, whatever the session has", () => {
        expect(GUARD_TRIGGER).toContain(
            "SET ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;\nSET NUMERIC_ROUNDABORT OFF;\nDECLARE @event xml",
        );
    });

    it("takes the statement back where the select finds a column, and only there", () => {
        const [, select] =
            /\nIF EXISTS \(\n([\s\S]*)\n\)\nBEGIN\n {4}ROLLBACK;\n {4}THROW 51007, '[^']+', 1;\nEND\n$/.exec(
                GUARD_TRIGGER,
            ) ?? [];
        expect(select).toBe(SUSPECT_COLUMNS_OF_TABLE);
    });

    it("takes the table from the event: of a renamed column the table is the target, otherwise the object", () => {
        expect(GUARD_TRIGGER).toContain("'(/EVENT_INSTANCE/SchemaName)[1]'");
        expect(GUARD_TRIGGER).toMatch(
            /@object .*COALESCE\(NULLIF\(.*TargetObjectName.*, ''\), .*\/ObjectName\)\[1\]', 'nvarchar\(128\)'\)\);/,
        );
    });

    it("says what is allowed, in no more than a THROW holds", () => {
        const [, message = ""] = /THROW 51007, '([^']+)'/.exec(GUARD_TRIGGER) ?? [];
        expect(message).toContain("one-way hash: binary or varbinary of 32 to 128 bytes");
        expect(message).toContain("a column named salt, zout or like the hash, such as password_salt;");
        expect(message).toContain("name ends in algorithm or algoritme");
        expect(message).toContain("Always Encrypted");
        expect(message.length).toBeLessThanOrEqual(2048);
    });
});

describe("a definition that SQL Server tells", () => {
    it.each([
        ["as it was written", GUARD_TRIGGER],
        ["as SQL Server keeps it", GUARD_TRIGGER.replace("CREATE OR ALTER TRIGGER", "CREATE   TRIGGER")],
        ["as an ALTER", GUARD_TRIGGER.replace("CREATE OR ALTER", "ALTER")],
        ["with the line ends of Windows", GUARD_TRIGGER.replaceAll("\n", "\r\n")],
        ["without the last line end", GUARD_TRIGGER.trim()],
    ])("is the guard's %s", (_how, definition) => {
        expect(isGuardTrigger(definition)).toBe(true);
    });

    it.each([
        ["another condition", GUARD_TRIGGER.replace("IF EXISTS", "IF NOT EXISTS")],
        ["another event", GUARD_TRIGGER.replace(", ALTER_TABLE", "")],
        ["a word less", GUARD_TRIGGER.replace("%wachtwoord%", "%wachtwoorden%")],
        ["nothing", ""],
    ])("is another's with %s", (_what, definition) => {
        expect(isGuardTrigger(definition)).toBe(false);
    });
});
