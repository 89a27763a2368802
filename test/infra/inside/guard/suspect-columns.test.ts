import fc from "fast-check";
import { SUSPECT_COLUMNS, SUSPECT_COLUMNS_OF_TABLE } from "../../../../infra/inside/guard/suspect-columns";
import { answer, type Column, catalogueOf, type Table } from "./catalogue-views";

const table = (columns: readonly Column[], changes: Partial<Table> = {}): Table => ({
    schema: "identity",
    name: "account",
    columns,
    ...changes,
});

const suspects = async (columns: readonly Column[]): Promise<readonly unknown[]> =>
    answer(await catalogueOf([table(columns)]), SUSPECT_COLUMNS).map(({ column_name }) => column_name);

const text = (name: string): Column => ({ name, type: "nvarchar" });

const SALT: Column = { name: "password_salt", type: "binary", length: 16 };
const ALGORITHM: Column = { name: "password_algorithm", type: "varchar" };
const HASH: Column = { name: "password_hash", type: "varbinary", length: 64 };

describe("columns that look like a password", () => {
    it.each([
        ...[
            "password",
            "Password",
            "PASSWORD",
            "user_password",
            "UserPassword",
            "password2",
            "OldPassword",
            "pass_word",
        ],
        ...[
            "passwd",
            "user-passwd",
            "pswd",
            "pwd",
            "UserPwd",
            "db.pwd",
            "passphrase",
            "pass phrase",
            "passcode",
            "access_code",
        ],
        ...["password_hash", "PasswordHash", "pw_hash", "PwHash", "passhash", "hashed_password", "passwordHint"],
        ...["pin", "PIN", "user_pin", "UserPin", "pin_hash", "PinCode", "pin-code", "my.pin", "pin_number", "sms pin"],
        ...["pass", "user_pass", "LoginPass", "pw", "userpw", "admin_pw"],
        ...["wachtwoord", "Wachtwoord", "gebruikers_wachtwoord", "WachtwoordHash", "paswoord", "wachtzin", "wachtcode"],
        ...["toegangscode", "inlogcode", "pincode", "Pinnummer", "klant_pin", "gebruiker_pass", "nieuw wachtwoord"],
        ...["passwrd", "pasword", "wachtwd", "wachtwrd", "login_code", "LoginPassword", "passWordOld", "user_pwd2"],
        ...["GebruikersPin", "card_pin", "SmtpPass", "db_pass", "old_pass", "NewPin"],
        ...["secret", "ClientSecret", "geheim", "credential", "user_credentials"],
        ...["salted_password", "password_salted", "zout_wachtwoord", "algorithm_password"],
    ])("are found: %s", async (name) => {
        expect(await suspects([text(name)])).toEqual([name]);
    });

    it.each([
        ...[
            "passport_number",
            "PassportNumber",
            "compass",
            "bypass",
            "passenger",
            "encompassing",
            "trespass",
            "boarding_pass",
        ],
        ...[
            "shipping",
            "opinion",
            "pinned_items",
            "spin",
            "pineapple",
            "hours_pw",
            "copyright",
            "paspoort",
            "pasnummer",
        ],
        ...["secretary", "secretariaat", "secret_santa", "geheimhouding", "credential_type", "ww"],
        ...["key_word", "woordenboek", "wacht_tijd", "ww_uitkering", "postcode", "toegang", "code", "hash", "remarks"],
    ])("are not found where a word only resembles one: %s", async (name) => {
        expect(await suspects([text(name)])).toEqual([]);
    });

    it.each(["date", "datetime", "datetime2", "datetimeoffset", "smalldatetime", "time", "bit", "uniqueidentifier"])(
        "are not found among what is %s, such as when a password was changed",
        async (type) => {
            expect(await suspects([{ name: "password_changed_at", type }])).toEqual([]);
        },
    );

    it.each([
        "password_attempts",
        "PasswordIterations",
        "failed_password_count",
        "password_retries",
        "PasswordStrength",
        "password_age",
        "wachtwoord_versie",
        "password_policy_id",
    ])("are not found among whole numbers that count or name: %s", async (name) => {
        expect(await suspects([{ name, type: "int" }])).toEqual([]);
        expect(await suspects([text(name)])).toEqual([name]);
    });

    it("are found among whole numbers that do not: a PIN is one", async () => {
        expect(await suspects([{ name: "pin", type: "int" }])).toEqual(["pin"]);
    });

    it("are found whatever else their type is, one without a row among the types too", async () => {
        const columns = ["char", "xml", "geometry"].map((type) => ({ name: `password_${type}`, type }));
        expect(await suspects(columns)).toEqual(["password_char", "password_xml", "password_geometry"]);
    });
});

describe("what a password may be kept as", () => {
    it.each([1, 2] as const)(
        "is a column under Always Encrypted, deterministic or randomised (%i)",
        async (encryption) => {
            expect(await suspects([{ ...text("password"), encryption }])).toEqual([]);
        },
    );

    it.each([
        { hash: HASH, salt: SALT, algorithm: ALGORITHM },
        { hash: { ...HASH, type: "binary", length: 32 }, salt: SALT, algorithm: ALGORITHM },
        {
            hash: { name: "WachtwoordHash", type: "binary", length: 128 },
            salt: { name: "WachtwoordZout", type: "varbinary", length: 32 },
            algorithm: text("WachtwoordAlgoritme"),
        },
        { hash: HASH, salt: { ...SALT, name: "salt" }, algorithm: { ...ALGORITHM, name: "hash-algorithm" } },
        { hash: { ...HASH, name: "Password" }, salt: { ...SALT, name: "HASH_SALT" }, algorithm: ALGORITHM },
        { hash: HASH, salt: { ...SALT, name: "PasswordHashSalt" }, algorithm: ALGORITHM },
    ])("is a binary hash with salt and algorithm beside it: $hash.name, $salt.name, $algorithm.name", async (three) => {
        expect(await suspects(Object.values(three))).toEqual([]);
    });

    it.each([
        ["no salt", [HASH, ALGORITHM]],
        ["no algorithm", [HASH, SALT]],
        ["a hash as text", [{ ...HASH, type: "varchar" }, SALT, ALGORITHM]],
        ["a hash as short as MD5's", [{ ...HASH, length: 16 }, SALT, ALGORITHM]],
        ["a hash as short as SHA-1's", [{ ...HASH, length: 20 }, SALT, ALGORITHM]],
        ["a hash longer than any", [{ ...HASH, length: 129 }, SALT, ALGORITHM]],
        ["a hash without a length", [{ ...HASH, length: -1 }, SALT, ALGORITHM]],
        ["a salt as text", [HASH, { ...SALT, type: "nvarchar" }, ALGORITHM]],
        ["a short salt", [HASH, { ...SALT, length: 15 }, ALGORITHM]],
        ["the salt of another password", [HASH, { ...SALT, name: "pin_salt" }, ALGORITHM]],
        ["a salt without a length", [HASH, { ...SALT, length: -1 }, ALGORITHM]],
    ] as const)("is not a hash with %s", async (_what, columns) => {
        expect(await suspects(columns)).toEqual(["password_hash"]);
    });

    it("is not a hash whose salt and algorithm lie in another table", async () => {
        const database = await catalogueOf([table([HASH]), table([SALT, ALGORITHM], { name: "salts" })]);
        expect(answer(database, SUSPECT_COLUMNS)).toEqual([
            { schema_name: "identity", table_name: "account", column_name: "password_hash" },
        ]);
    });
});

describe("the columns of one table", () => {
    it("are those of the table that changed, in its schema, and of no other", async () => {
        const database = await catalogueOf([
            table([text("password")]),
            table([text("wachtwoord")], { name: "old_account" }),
            table([text("pin")], { schema: "crm" }),
        ]);
        expect(answer(database, SUSPECT_COLUMNS_OF_TABLE, { schema: "crm", object: "account" })).toEqual([
            { schema_name: "crm", table_name: "account", column_name: "pin" },
        ]);
    });

    it("are none where the changed object is no table", async () => {
        const database = await catalogueOf([table([text("password")])]);
        expect(answer(database, SUSPECT_COLUMNS_OF_TABLE, { schema: "identity", object: "a_view" })).toEqual([]);
    });
});

/** Names as SQL Server takes them between brackets: up to 128 units, quotes and brackets among them. */
const hostile = fc.oneof(
    fc.constantFrom(
        "]; DROP TABLE x --",
        "a'b",
        'a"b',
        "[a]]b]",
        "%",
        "_",
        "~",
        "ÿ",
        "wïjk",
        "名前",
        "🔑",
        "a".repeat(128),
    ),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }),
);

describe("hostile names", () => {
    it("come back as they are, in schema, table and column", async () => {
        await fc.assert(
            fc.asyncProperty(hostile, hostile, hostile, async (schema, name, rest) => {
                const column = `${rest.slice(0, 112)}-wachtwoord`;
                const database = await catalogueOf([table([text(column)], { schema, name })]);
                const found = [{ schema_name: schema, table_name: name, column_name: column }];
                expect(answer(database, SUSPECT_COLUMNS)).toEqual(found);
                expect(answer(database, SUSPECT_COLUMNS_OF_TABLE, { schema, object: name })).toEqual(found);
            }),
            { numRuns: 200 },
        );
    });
});
