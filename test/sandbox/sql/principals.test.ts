import { type Client, PlayedSql } from "./played-sql";

const SID = "0x00112233445566778899aabbccddeeff";
const CREATE = `CREATE USER [app] WITH SID = ${SID}, TYPE = E`;

describe("users and rights", () => {
    let played: PlayedSql;
    let client: Client;
    beforeEach(async () => {
        played = await PlayedSql.start();
        client = await played.open();
        await client.batch(CREATE);
    });
    afterEach(() => played.stop());

    const users = () => client.query("SELECT [name] FROM sys.database_principals WHERE type IN ('E', 'X')");
    const rights = () =>
        client.query("SELECT permission_name AS p FROM sys.database_permissions WHERE grantee_principal_id = 5");

    it.each([
        ["app]; DROP USER [app]--", "app]]; DROP USER [app]]--"],
        ['O\'Neill "x" [y]', 'O\'Neill "x" [y]]'],
        ["Zoë 漢字 😀", "Zoë 漢字 😀"],
        ["x".repeat(128), "x".repeat(128)],
    ])("takes the name %s as it is", async (name, quoted) => {
        await client.batch(`CREATE USER [${quoted}] WITH TYPE = X, SID = 0xff112233445566778899aabbccddeeff`);
        expect(await users()).toEqual([{ name: "app" }, { name }]);
        await client.batch(`DROP USER [${quoted}]`);
        expect(await users()).toEqual([{ name: "app" }]);
    });

    it("lets who is made connect, and takes everything when it is dropped", async () => {
        await client.batch(
            "GRANT EXECUTE, SELECT TO [app]; ALTER ROLE [db_owner] ADD MEMBER [app]; REVOKE SELECT FROM [app]",
        );
        expect(await rights()).toEqual([{ p: "CONNECT" }, { p: "EXECUTE" }]);
        await client.batch(`DROP USER [app]; ${CREATE}`);
        expect(await client.query("SELECT member_principal_id AS m FROM sys.database_role_members")).toEqual([
            { m: 1 },
        ]);
    });

    it("denies a right in place of granting it, until it is granted or taken back", async () => {
        const states = () =>
            client.query(
                "SELECT permission_name AS p, [state] AS s FROM sys.database_permissions WHERE grantee_principal_id = 5",
            );
        await client.batch("GRANT EXECUTE, SELECT TO [app]; DENY EXECUTE, SELECT, CONNECT TO [app]");
        expect(await states()).toEqual([
            { p: "EXECUTE", s: "D" },
            { p: "SELECT", s: "D" },
            { p: "CONNECT", s: "D" },
        ]);
        await client.batch("GRANT CONNECT TO [app]; REVOKE SELECT FROM [app]");
        expect(await states()).toEqual([
            { p: "EXECUTE", s: "D" },
            { p: "CONNECT", s: "G" },
        ]);
    });

    it.each([
        [CREATE.toUpperCase(), 15023, "User, group, or role 'APP' already exists in the current database."],
        [
            `CREATE USER [db_owner] WITH SID = ${SID}, TYPE = E`,
            15023,
            "User, group, or role 'db_owner' already exists in the current database.",
        ],
        [
            `CREATE USER [b] WITH SID = ${SID}, TYPE = X`,
            15063,
            "The login already has an account under a different user name.",
        ],
        [
            "CREATE USER [b] WITH SID = 0x01, TYPE = E",
            40506,
            "Specified SID is invalid for this version of SQL Server.",
        ],
        ["CREATE USER [b] WITH SID = 0x01, TYPE = S", 102, "Incorrect syntax near 'S'."],
        ["CREATE USER [b] FROM EXTERNAL PROVIDER", 102, "Incorrect syntax near 'FROM'."],
        [
            "CREATE USER [] WITH SID = 0x01, TYPE = E",
            1038,
            expect.stringContaining("An object or column name is missing"),
        ],
        [
            `CREATE USER [${"x".repeat(129)}] WITH SID = 0x01, TYPE = E`,
            103,
            `The identifier that starts with '${"x".repeat(128)}' is too long. Maximum length is 128.`,
        ],
        ["DROP USER [b]", 15151, "Cannot drop the user 'b', because it does not exist or you do not have permission."],
        ["DROP USER [dbo]", 15150, "Cannot drop the user 'dbo'."],
        [
            "ALTER ROLE [r] ADD MEMBER [app]",
            15151,
            "Cannot alter the role 'r', because it does not exist or you do not have permission.",
        ],
        [
            "ALTER ROLE [db_owner] ADD MEMBER [b]",
            15151,
            "Cannot add the principal 'b', because it does not exist or you do not have permission.",
        ],
        [
            "GRANT EXECUTE TO [b]",
            15151,
            "Cannot find the user 'b', because it does not exist or you do not have permission.",
        ],
        ["GRANT EVERYTHING TO [app]", 102, "Incorrect syntax near 'EVERYTHING'."],
        ["DENY SELECT ON [t] TO [app]", 102, "Incorrect syntax near 'ON'."],
    ])("refuses %s", async (sql, number, message) => {
        await expect(client.batch(sql)).rejects.toMatchObject({ number, message });
        expect(await users()).toEqual([{ name: "app" }]);
    });

    it("does not mind a user that may be missing", async () => {
        await client.batch("DROP USER IF EXISTS [b]");
        expect(await users()).toEqual([{ name: "app" }]);
    });
});
