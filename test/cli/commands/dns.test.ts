import { main } from "../../../cli/main";
import { street } from "../../street";
import { DnsServer, type Zone } from "../dns/dns-server";
import { recordedIo } from "../recorded-io";

const HOST = street().productie.settings.domain.hostName;
const TARGET = `${street().productie.settings.domain.trafficManagerName}.trafficmanager.net`;
const ID = "9F2B6C1D0E";
const COMPLETE: Zone = { [`CNAME ${HOST}`]: [TARGET], [`TXT asuid.${HOST}`]: [ID] };

const TEST_HOST = street().test.settings.domain.hostName;
const TEST_COMPLETE: Zone = {
    [`CNAME ${TEST_HOST}`]: [`${street().test.settings.domain.trafficManagerName}.trafficmanager.net`],
    [`TXT asuid.${TEST_HOST}`]: [ID],
};

let server: DnsServer | undefined;

afterEach(async () => {
    await server?.stop();
    server = undefined;
});

async function otap(zone: Zone, ...words: readonly string[]) {
    server = await DnsServer.start(zone);
    return run(...words, "--server", server.address);
}

async function run(...words: readonly string[]) {
    const io = recordedIo({ columns: 100 });
    const exitCode = await main(["dns", ...words], io, "2026-11-23", new Date(0));
    return { exitCode, stdout: io.stdout(), stderr: io.stderr() };
}

describe("otap dns", () => {
    it("ends with 0 when every record is there, and says what to compare where it cannot know", async () => {
        expect(await otap(COMPLETE, "productie")).toEqual({
            exitCode: 0,
            stderr: "",
            stdout: [
                `productie: ${HOST}`,
                `  found       CNAME  ${HOST}`,
                `              says: ${TARGET}`,
                `  found       TXT    asuid.${HOST}`,
                `              says: ${ID}`,
                "              compare with the stack output domainVerificationId",
                "",
            ].join("\n"),
        });
    });

    it("ends with 1 and names the record to make when one is missing", async () => {
        const { exitCode, stdout } = await otap({ [`CNAME ${HOST}`]: [TARGET] }, "productie");
        expect(exitCode).toBe(1);
        expect(stdout).toContain(`  missing     TXT    asuid.${HOST}\n`);
        expect(stdout.replace(/\s+/g, " ")).toContain(
            `make: asuid.${HOST} TXT what 'pulumi stack output domainVerificationId --stack productie' prints`,
        );
    });

    it("takes a name without the record for missing, as a name that does not exist", async () => {
        const { exitCode, stdout } = await otap({ ...COMPLETE, [`CNAME ${HOST}`]: [] }, "productie");
        expect(exitCode).toBe(1);
        expect(stdout).toContain(`  missing     CNAME  ${HOST}\n`);
    });

    it("tells a record that leads elsewhere from one that is missing", async () => {
        const { exitCode, stdout } = await otap({ ...COMPLETE, [`CNAME ${HOST}`]: ["old.figlo.example"] }, "productie");
        expect(exitCode).toBe(1);
        expect(stdout).toContain(`  other       CNAME  ${HOST}\n              says: old.figlo.example\n`);
    });

    it("shows what a record says as text, whatever orders to a terminal are in it", async () => {
        const text = `\u001b[31mred\u0007${"x".repeat(600)}`;
        const { stdout } = await otap({ ...COMPLETE, [`TXT asuid.${HOST}`]: [text] }, "productie");
        expect(stdout).not.toContain("\u001b");
        expect(stdout).toContain("says: \\u001b[31mred\\u0007xxx");
        expect(stdout.length).toBeLessThan(800);
    });

    it("compares the verification id that it is given", async () => {
        const { exitCode, stdout } = await otap(COMPLETE, "productie", "--verification-id", "0000");
        expect(exitCode).toBe(1);
        expect(stdout).toContain(`  other       TXT    asuid.${HOST}\n`);
        await server?.stop();
        expect((await otap(COMPLETE, "productie", "--verification-id", ID.toLowerCase())).exitCode).toBe(0);
    });

    it.each<[string, Zone, number]>([
        ["no CAA record at all", {}, 0],
        ["one for the domain that admits DigiCert", { "CAA figlo.example": ["issue digicert.com"] }, 0],
        ["one for the domain that admits another", { "CAA figlo.example": ["issue letsencrypt.org"] }, 1],
        [
            "one nearer that admits DigiCert",
            {
                "CAA figlo.example": ["issue letsencrypt.org"],
                [`CAA ${TEST_HOST}`]: ["issue digicert.com", "iodef mailto:pki@figlo.example"],
            },
            0,
        ],
        ["one that says whom to tell, and admits everybody", { "CAA figlo.example": ["iodef mailto:a@b.example"] }, 0],
    ])("asks for the authority of managed certificates: %s", async (_, zone, exitCode) => {
        const { exitCode: found, stdout } = await otap({ ...TEST_COMPLETE, ...zone }, "test");
        expect(stdout).toContain(`  ${exitCode === 0 ? "found" : "other"}       CAA    ${TEST_HOST}\n`);
        expect(found).toBe(exitCode);
    });

    it("does not ask for an authority where the certificate comes from a vault", async () => {
        const { stdout } = await otap({ ...COMPLETE, "CAA figlo.example": ["issue letsencrypt.org"] }, "productie");
        expect(stdout).not.toContain("CAA");
    });

    it("asks for all four without a name", async () => {
        const { exitCode, stdout } = await otap(COMPLETE, "--json");
        expect(exitCode).toBe(1);
        expect(Object.keys(JSON.parse(stdout).environments)).toEqual([
            "acceptatie",
            "ontwikkeling",
            "productie",
            "test",
        ]);
    });

    it("prints JSON and nothing else, with the record to make where one is needed", async () => {
        const { stdout } = await otap({ [`CNAME ${HOST}`]: [TARGET.toUpperCase()] }, "productie", "--json");
        expect(JSON.parse(stdout)).toEqual({
            version: 1,
            environments: {
                productie: {
                    hostName: HOST,
                    records: [
                        { name: HOST, type: "CNAME", state: "found", expected: TARGET, says: [TARGET.toUpperCase()] },
                        {
                            name: `asuid.${HOST}`,
                            type: "TXT",
                            state: "missing",
                            expected: null,
                            says: [],
                            make: expect.stringContaining(`asuid.${HOST} TXT`),
                        },
                    ],
                },
            },
        });
    });

    it("ends with 2, not 1, when no resolver answers: that says nothing of the records", async () => {
        server = await DnsServer.start({});
        const { address } = server;
        await server.stop();
        server = undefined;
        const { exitCode, stdout, stderr } = await run("productie", "--server", address);
        expect(exitCode).toBe(2);
        expect(stdout).toContain(`  unanswered  CNAME  ${HOST}\n`);
        expect(stderr).toBe(
            `Not every question was answered by a resolver (asked: ${address}); name another one with --server.\n`,
        );
    });

    it.each([
        [["productie", "--server", "resolver.figlo.example"], "is not the address of a resolver"],
        [["--verification-id", ID], "name that environment, got ontwikkeling, test, acceptatie, productie"],
        [["productie", "--verification-id", " "], "--verification-id is empty"],
        [["prod"], "no such environment"],
    ])("ends with 2 and a sentence after %j", async (words, said) => {
        const { exitCode, stdout, stderr } = await run(...words);
        expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
        expect(stderr).toContain(said);
    });

    it("says in its help that it is online", async () => {
        expect((await run("--help")).stdout.replace(/\s+/g, " ")).toContain("online: it asks resolvers");
    });
});
