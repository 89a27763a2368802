import { lookUpAt } from "../../../cli/dns/look-up";
import { DnsServer } from "./dns-server";

const LONG = "a".repeat(300);

describe("lookUpAt", () => {
    let server: DnsServer;

    beforeAll(async () => {
        server = await DnsServer.start({
            "TXT long.figlo.example": [LONG],
            "CAA figlo.example": ["issue digicert.com"],
        });
    });

    afterAll(() => server.stop());

    it("joins the pieces of a long text", async () => {
        expect(await lookUpAt(server.address).txt("long.figlo.example")).toEqual({ texts: [LONG] });
    });

    it("writes a CAA record as its tag and value", async () => {
        expect(await lookUpAt(server.address).caa("figlo.example")).toEqual({ texts: ["issue digicert.com"] });
    });

    it.each(["nothing.figlo.example", "long.figlo.example"])(
        "has no texts for %s, which is an answer: no such name, or no such record",
        async (name) => {
            expect(await lookUpAt(server.address).cname(name)).toEqual({ texts: [] });
        },
    );

    it("is unanswered by a server that fails", async () => {
        expect(await lookUpAt(server.address).cname("broken.figlo.example")).toEqual({ unanswered: "ESERVFAIL" });
    });
});
