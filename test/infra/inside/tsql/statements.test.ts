import { GUARD_VERSION } from "../../../../infra/inside/guard/trigger";
import { HOST, LISTENER, OTHER, PlayedSql } from "../../../sandbox/sql/played-sql";
import { type Parser, parserHere } from "./parse-errors";
import { type Exercise, providerFiles, sentStatements } from "./sent-statements";

const WHERE = { host: LISTENER, database: "db", directory: "11111111-1111-1111-1111-111111111111" };
const GUARD = { ...WHERE, users: [], rules: [], trigger: GUARD_VERSION };
const RULE = { ...WHERE, ruleName: "office" };
const USER = { ...WHERE, userName: "app", kind: "managed-identity", entraId: "22222222-2222-2222-2222-222222222222" };
const COPY = { servers: [HOST, OTHER], database: "db", directory: WHERE.directory };

const EXERCISES: Readonly<Record<string, readonly Exercise[]>> = {
    "database-copy-provider.ts": [{ first: COPY, later: COPY }],
    "database-firewall-rule-provider.ts": [
        {
            first: { ...RULE, startIpAddress: "192.0.2.1", endIpAddress: "192.0.2.2" },
            later: { ...RULE, startIpAddress: "192.0.2.1", endIpAddress: "192.0.2.9" },
        },
        {
            first: { ...RULE, startIPv6Address: "2001:db8::1", endIPv6Address: "2001:db8::2" },
            later: { ...RULE, startIPv6Address: "2001:db8::1", endIPv6Address: "2001:db8::9" },
        },
    ],
    "database-guard-provider.ts": [{ first: GUARD, later: GUARD }],
    "database-user-provider.ts": [
        {
            first: { ...USER, roles: ["db_datareader", "db_datawriter"], grants: ["EXECUTE"] },
            later: { ...USER, roles: ["db_datareader"], grants: [] },
        },
        {
            first: { ...USER, kind: "group", roles: ["db_datareader"], grants: [] },
            later: { ...USER, kind: "group", roles: ["db_datareader"], grants: ["EXECUTE"] },
        },
    ],
};

/** What somebody left in the database: each provider has something to take away. */
const STRANGERS = [
    "CREATE USER [mallory] WITH SID = 0x00112233445566778899aabbccddeeff, TYPE = E;",
    "EXECUTE sp_set_database_firewall_rule @name = N'elsewhere', @start_ip_address = '192.0.2.77', @end_ip_address = '192.0.2.77';",
    "EXECUTE sp_set_ipv6_database_firewall_rule @name = N'elsewhere', @start_ipv6_address = '2001:db8::77', @end_ipv6_address = '2001:db8::77';",
];

const parser = parserHere(process.env);

async function sentBy(file: string): Promise<readonly string[]> {
    const sent: string[] = [];
    for (const exercise of EXERCISES[file] ?? []) {
        const played = await PlayedSql.start();
        process.env.OTAP_SANDBOX_SQL = played.sql.variable;
        try {
            const byHand = await played.open();
            for (const stranger of STRANGERS) {
                await byHand.batch(stranger);
            }
            sent.push(...(await sentStatements(file, exercise)));
        } finally {
            delete process.env.OTAP_SANDBOX_SQL;
            await played.stop();
        }
    }
    return sent;
}

describe("T-SQL that goes into databases", () => {
    it("is exercised of every provider", () => {
        expect(providerFiles()).toEqual(Object.keys(EXERCISES));
    });
});

if (typeof parser === "string") {
    process.stdout.write(`T-SQL is not parsed by SQLFluff: ${parser}\n`);
}
const parsed = typeof parser === "string" ? describe.skip : describe;
const errorsIn: Parser = (statements) => (typeof parser === "string" ? [] : parser(statements));

parsed("a parser that is not ours", () => {
    it.each(Object.keys(EXERCISES))("reads all that is sent by %s", async (file) => {
        const statements = await sentBy(file);
        expect(statements.length).toBeGreaterThan(1);
        expect(errorsIn(statements)).toEqual(statements.map(() => []));
    });

    it.each([
        ["an alias too many", "SELECT p.[name] FROM sys.database_principals AS AS p"],
        ["a LIKE without a pattern", "SELECT t.[name] FROM sys.tables AS t WHERE t.[name] LIKE AND t.[name] = 'a'"],
        ["a bracket too few", "IF EXISTS (SELECT 1 FROM sys.tables BEGIN ROLLBACK; END"],
        ["a user without a name", "CREATE USER WITH SID = 0x01, TYPE = E;"],
        ["a name that is not closed", "DROP USER [a"],
    ])("does not read a broken statement: %s", (_what, statement) => {
        const errors = errorsIn([statement, "SELECT 1"]);
        expect(errors.map((found) => found.length > 0)).toEqual([true, false]);
    });
});
