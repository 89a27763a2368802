import { type Client, PlayedSql } from "./played-sql";

const SET = "sp_set_database_firewall_rule";
const IPV4 = { name: "kantoor", start_ip_address: "192.0.2.1", end_ip_address: "192.0.2.9" };

const sent = ({ name, start_ip_address, end_ip_address }: typeof IPV4) => ({
    name,
    start_ip_address: { varchar: start_ip_address },
    end_ip_address: { varchar: end_ip_address },
});

describe("firewall rules of a database", () => {
    let played: PlayedSql;
    let client: Client;
    beforeEach(async () => {
        played = await PlayedSql.start();
        client = await played.open();
    });
    afterEach(() => played.stop());

    const rules = () =>
        client.query("SELECT [name], start_ip_address, end_ip_address FROM sys.database_firewall_rules");

    it("are made, changed and deleted by procedures", async () => {
        await client.query(
            `EXECUTE ${SET} @name = @name, @start_ip_address = @start_ip_address, @end_ip_address = @end_ip_address;`,
            sent(IPV4),
        );
        expect(await rules()).toEqual([IPV4]);
        await client.call(SET, sent({ ...IPV4, end_ip_address: "192.0.2.1" }));
        expect(await rules()).toEqual([{ ...IPV4, end_ip_address: "192.0.2.1" }]);
        await client.batch("EXEC sp_delete_database_firewall_rule N'kantoor'");
        expect(await rules()).toEqual([]);
    });

    it("of IPv6 have a view of their own", async () => {
        await client.batch("EXECUTE sp_set_ipv6_database_firewall_rule N'zes', '2001:db8::1', '2001:db8::f'");
        expect(await rules()).toEqual([]);
        expect(
            await client.query(
                "SELECT [name], start_ipv6_address AS a, end_ipv6_address AS b FROM sys.ipv6_database_firewall_rules",
            ),
        ).toEqual([{ name: "zes", a: "2001:db8::1", b: "2001:db8::f" }]);
        await client.batch("EXECUTE sp_delete_ipv6_database_firewall_rule @name = N'zes'");
        expect(await client.query("SELECT id FROM sys.ipv6_database_firewall_rules")).toEqual([]);
    });

    it.each([
        [{ ...IPV4, start_ip_address: "192.0.2.10" }, 40614],
        [{ ...IPV4, start_ip_address: "192.0.2" }, 15021],
        [{ ...IPV4, end_ip_address: "2001:db8::1" }, 15021],
        [{ ...IPV4, name: "" }, 40618],
        [{ ...IPV4, name: "x".repeat(129) }, 40617],
    ])("refuse %j", async (rule, number) => {
        await expect(client.call(SET, sent(rule))).rejects.toMatchObject({ number });
        expect(await rules()).toEqual([]);
    });

    it.each([
        ["EXECUTE sp_niets", 2812, "Could not find stored procedure 'sp_niets'."],
        [
            `EXECUTE ${SET} @name = 'a'`,
            201,
            `Procedure or function '${SET}' expects parameter '@start_ip_address', which was not supplied.`,
        ],
        [
            `EXECUTE ${SET} 'a', '192.0.2.1', '192.0.2.1'`,
            214,
            "Procedure expects parameter '@name' of type 'nvarchar'.",
        ],
        [
            `EXECUTE ${SET} N'a', N'192.0.2.1', '192.0.2.1'`,
            214,
            "Procedure expects parameter '@start_ip_address' of type 'varchar'.",
        ],
        [`EXECUTE ${SET} @naam = 'a'`, 8145, `@naam is not a parameter for procedure ${SET}.`],
    ])("refuse the call %s", async (sql, number, message) => {
        await expect(client.batch(sql)).rejects.toMatchObject({ number, message });
    });

    it("refuse a parameter of another type: nothing is converted", async () => {
        const rule = { ...sent(IPV4), end_ip_address: IPV4.end_ip_address };
        await expect(client.call(SET, rule)).rejects.toMatchObject({ number: 214 });
        expect(await rules()).toEqual([]);
    });
});
