import { main } from "../../../cli/main";
import { ENVIRONMENTS } from "../../../stacks/settings/environments";
import { street, TODAY } from "../../street";
import { recordedIo } from "../recorded-io";

const tenants = async (...argv: readonly string[]) => {
    const io = recordedIo();
    const exitCode = await main(["tenants", ...argv], io, TODAY, new Date(0));
    return { exitCode, stdout: io.stdout(), stderr: io.stderr() };
};

const listed = async (...argv: readonly string[]) => JSON.parse((await tenants(...argv, "--json")).stdout);

describe("otap tenants", () => {
    it("shows who lives where, who of its own each lets in, and who reaches all", async () => {
        expect(await tenants("productie")).toEqual({
            exitCode: 0,
            stderr: "",
            stdout: [
                "productie: 4 tenants",
                "Id        Name                      Shard  Database        Writes in   Status",
                "t-4f9k2c  Vermogensadvies De Linde  01     sqldb-t-4f9k2c  westeurope  active",
                "t-7h3m8x  Pensioenhuis              01     sqldb-t-7h3m8x  westeurope  active",
                "          Noorderlicht",
                "t-b5q1w6  Hypotheekkantoor Van      01     sqldb-t-b5q1w6  westeurope  active",
                "          Dijk & Zonen",
                "t-z8r4n0  Financieel Advies         01     sqldb-t-z8r4n0  westeurope  suspended",
                "          Kanaalstreek",
                "",
                "Id        Lets in                      From           Until       Now",
                "t-4f9k2c  office-zwolle                192.0.2.10 to              active",
                "                                       192.0.2.13",
                "t-4f9k2c  tenant-t-4f9k2c-portability                 2027-02-28  active",
                "          (portability)",
                "t-7h3m8x  datacentre-assen             192.0.2.64 to              active",
                "                                       192.0.2.71",
                "t-7h3m8x  auditor-2026                 192.0.2.200    2027-01-31  active",
                "",
                "t-z8r4n0 is suspended: without access since 2026-09-01, kept until 2027-02-28",
                "4 of 4 databases: administrators figlo-advisor-sql-administrators-productie,",
                "with figlo-advisor-pipeline-productie (the pipeline) in it",
                "3 of 4 databases: the application id-figlo-advisor-productie-back-end-weu",
                "4 of 4 databases: migration-2027 (198.51.100.128 to 198.51.100.143), by a rule",
                "of the server, active",
                "4 of 4 databases: monitoring-amsterdam (198.51.100.40), by a rule of the server,",
                "active",
                "4 of 4 databases: office-utrecht (203.0.113.16 to 203.0.113.31), by a rule of",
                "the server, active",
                "",
            ].join("\n"),
        });
    });

    it("shows all four environments when none is named, within eighty columns", async () => {
        const { stdout } = await tenants();
        const lines = stdout.split("\n");
        expect(lines.filter((line) => /^\w+: \d+ tenants$/.test(line))).toEqual(
            ENVIRONMENTS.map((each) => `${each}: ${street()[each].data.tenants.length} tenants`),
        );
        expect(lines.filter((line) => line.length > 80)).toEqual([]);
    });

    it("gives the same as JSON: where each lives, what its row opens and whether it acts, and who gets in", async () => {
        const { environments, ...rest } = await listed("productie");
        expect(rest).toEqual({ version: 1, today: TODAY });
        const { tenants: rows, databaseAccess } = environments.productie;
        expect(rows[0]).toEqual({
            id: "t-4f9k2c",
            name: "Vermogensadvies De Linde",
            shard: "01",
            database: "sqldb-t-4f9k2c",
            region: "westeurope",
            status: "active",
            addresses: [expect.objectContaining({ name: "office-zwolle", start: "192.0.2.10", acts: "active" })],
            readers: [
                {
                    group: "tenant-t-4f9k2c-portability",
                    objectId: "5ea39cec-838a-5781-a7ae-32d50ab984d5",
                    purpose: "portability",
                    until: "2027-02-28",
                    acts: "active",
                },
            ],
        });
        expect(rows[3].suspended).toEqual({
            since: "2026-09-01",
            keepUntil: "2027-02-28",
            reason: expect.stringContaining("six months"),
        });
        expect(databaseAccess.map(({ database }: { database: string }) => database)).toEqual(
            rows.map(({ database }: { database: string }) => database),
        );
    });

    it("says of what is over that it ended", async () => {
        const { environments } = await listed("productie", "--today", "2027-03-05");
        const [linde, noord] = environments.productie.tenants;
        expect(linde.readers[0].acts).toBe("ended");
        expect(noord.addresses.map(({ name, acts }: Record<string, string>) => [name, acts])).toEqual([
            ["datacentre-assen", "active"],
            ["auditor-2026", "ended"],
        ]);
    });

    it("says of whose data need not be kept any longer that it is to be removed", async () => {
        const OVER = "that is over: `otap";
        expect((await tenants("productie", "--today", "2027-02-28")).stdout).not.toContain(OVER);
        expect((await tenants("productie", "--today", "2027-03-01")).stdout).toContain(
            "kept until 2027-02-28;\nthat is over: `otap tenants remove productie t-z8r4n0`\n",
        );
        const { environments } = await listed("productie", "--today", "2027-03-01");
        expect(environments.productie.tenants.map(({ removable }: { removable?: true }) => removable)).toEqual([
            undefined,
            undefined,
            undefined,
            true,
        ]);
    });

    it("keeps names out of what the preview prints", async () => {
        const io = recordedIo();
        await main(["preview", "productie", "--json"], io, TODAY, new Date(0));
        const names = street().productie.data.tenants.map(({ name }) => name);
        expect(names.filter((name) => io.stdout().includes(name))).toEqual([]);
    });

    it("refuses an environment that is none", async () => {
        expect(await tenants("staging")).toEqual({
            exitCode: 2,
            stdout: "",
            stderr: "'staging': no such environment; choose from ontwikkeling, test, acceptatie, productie\n",
        });
    });
});
