import { Faults } from "../../../sandbox/azure/faults";
import { parseFaults } from "../../../sandbox/azure/parse-faults";
import { InitFailed } from "../../../sandbox/azure/provider";
import { GROUP_ID, PlayedAzure, SERVER, SERVER_ID } from "./played-azure";

const GROUP = { resourceGroupName: "rg-proef", location: "westeurope" };
const createGroup = (azure: PlayedAzure) => azure.create("azure-native:resources:ResourceGroup", GROUP);

describe("faults, as they are written", () => {
    it("reads every word", () => {
        expect(parseFaults("429 type=sql:Server times=2; drop method=GET call=12 after ;slow=200;")).toEqual({
            drifts: [],
            sick: [],
            sqlFaults: [],
            sqlDrifts: [],
            faults: [
                {
                    text: "429 type=sql:Server times=2",
                    ...{ kind: "status", status: 429, type: "sql:Server", call: 1, times: 2, moment: "before" },
                },
                {
                    text: "drop method=GET call=12 after",
                    ...{ kind: "drop", method: "GET", call: 12, times: 1, moment: "after" },
                },
                { text: "slow=200", kind: "slow", milliseconds: 200, call: 1, times: Infinity, moment: "before" },
            ],
        });
    });

    it("reads what somebody else changed", () => {
        const { drifts } = parseFaults(
            "drift sql:Server minimalTlsVersion=1.1; drift st1 tags.owner=a b; drift st2 gone",
        );
        expect(drifts).toEqual([
            { what: "sql:Server", change: { path: ["minimalTlsVersion"], value: "1.1" } },
            { what: "st1", change: { path: ["tags", "owner"], value: "a b" } },
            { what: "st2" },
        ]);
    });

    it("reads which releases of the application are not well", () => {
        expect(parseFaults("sick 3.9.0; 409; sick 4.0.0-rc.1")).toMatchObject({ sick: ["3.9.0", "4.0.0-rc.1"] });
    });

    it.each([
        ["sick", "--faults: 'sick' is followed by the one version that is not well, such as 'sick 3.9.0'"],
        ["sick 3.9.0 3.9.1", "--faults: 'sick' is followed by the one version that is not well, such as 'sick 3.9.0'"],
        ["banana", "--faults: 'banana' is nothing that can go wrong"],
        ["429 call=0", "--faults: 'call=0': expected a whole number from 1"],
        ["500 sometimes", "--faults: 'sometimes' of '500' is not understood"],
        ["500 method=PATCH", "--faults: 'method=PATCH' of '500': a method is GET, PUT or DELETE"],
        [
            "drop later",
            "--faults: 'drop later': only a write or a delete that Azure accepted fails later, with a status such as 500",
        ],
        [
            "500 method=GET later",
            "--faults: '500 method=GET later': only a write or a delete that Azure accepted fails",
        ],
        ["409 before after", "--faults: '409 before after': 'before' and 'after' exclude each other; keep one"],
        ["409 call=1 call=2", "--faults: '409 call=1 call=2': 'call=1' and 'call=2' exclude each other; keep one"],
        [
            "409 type=sql:FailoverGrop",
            "--faults: 'type=sql:FailoverGrop' of '409': no type 'sql:FailoverGrop' is played; did you mean 'sql:FailoverGroup'?",
        ],
        [
            "drop type=compute:VirtualMachineScaleSetExtension",
            "no type 'compute:VirtualMachineScaleSetExtension' is played; docs/stand-in.md lists those that are",
        ],
        ["drift sql:Servers gone", "--faults: 'drift sql:Servers': no type 'sql:Servers' is played; did you mean"],
        ["drift sql:Server", "--faults: 'drift sql:Server' does not say what was changed"],
    ])("refuses '%s' with a sentence, and tells what can be written", (text, sentence) => {
        const lines = () => {
            try {
                return parseFaults(text);
            } catch (error) {
                return (error as Error).message.split("\n", 2);
            }
        };
        expect(lines()).toEqual([expect.stringContaining(sentence), "faults, separated by ';', each of words:"]);
    });
});

describe("faults, as they happen", () => {
    it.each(["429", "500", "503", "drop", "drop after", "500 after"])(
        "survives one '%s': it is tried again",
        async (fault) => {
            const azure = new PlayedAzure(`${fault} type=resources:ResourceGroup`);
            await expect(createGroup(azure)).resolves.toMatchObject({ id: GROUP_ID });
        },
    );

    it("gives up after the fourth time", async () => {
        await expect(createGroup(new PlayedAzure("429 times=4"))).rejects.toThrow('Status=429 Code="TooManyRequests"');
        await expect(createGroup(new PlayedAzure("429 times=3"))).resolves.toBeDefined();
    });

    it("does not try a conflict again", async () => {
        await expect(createGroup(new PlayedAzure("409"))).rejects.toThrow('Status=409 Code="Conflict"');
    });

    it("leaves an object that nobody knows of, when the answer was lost for good", async () => {
        const azure = new PlayedAzure("409 after");
        await expect(createGroup(azure)).rejects.toThrow("Status=409");
        await expect(createGroup(azure)).rejects.toThrow("cannot create already existing resource");
    });

    it("counts calls of the type and method that it is aimed at", async () => {
        const azure = await new PlayedAzure("409 type=sql:Server method=DELETE call=2").withServer();
        await azure.delete("azure-native:sql:Server", SERVER_ID, SERVER);
        await azure.create("azure-native:sql:Server", SERVER);
        await expect(azure.delete("azure-native:sql:Server", SERVER_ID, SERVER)).rejects.toThrow("Status=409");
    });

    it("is aimed at a resource by a part of its URN", async () => {
        const azure = new PlayedAzure("409 urn=ResourceGroup::other");
        await expect(createGroup(azure)).resolves.toBeDefined();
        await expect(createGroup(new PlayedAzure("409 urn=ResourceGroup::it"))).rejects.toThrow("Status=409");
    });

    it("keeps what Azure accepted and then failed to finish: the engine gets it as not initialised", async () => {
        const azure = new PlayedAzure("500 later");
        const failure = await createGroup(azure).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(InitFailed);
        expect(failure).toMatchObject({ id: GROUP_ID, outputs: { location: "westeurope" } });
        expect(azure.cloud.get(GROUP_ID)).toBeDefined();
    });

    it("is as slow as it is told to be", async () => {
        const before = Date.now();
        await createGroup(new PlayedAzure("slow=40"));
        expect(Date.now() - before).toBeGreaterThanOrEqual(39);
    });

    it("dies with or without having done what it was asked", async () => {
        const azure = new PlayedAzure("die after");
        await createGroup(azure).catch(() => {});
        expect(azure.crashed).toBe(true);
        expect(azure.cloud.get(GROUP_ID)).toBeDefined();
    });

    it("tells what has not happened, and how many calls it was aimed at", async () => {
        const faults = [
            "slow=1",
            "429 type=resources:ResourceGroup",
            "500 type=resources:ResourceGroup call=9",
            "die type=sql:Server",
        ];
        const played = new Faults(parseFaults(faults.join(";")).faults);
        const target = { urn: "u", type: "azure-native:resources:ResourceGroup", id: "/g", method: "PUT" } as const;
        await expect(played.around(target, () => "done")).rejects.toThrow("Status=429");
        expect(await played.around(target, () => "done")).toBe("done");
        expect(played.missed()).toEqual([
            { text: "500 type=resources:ResourceGroup call=9", calls: 2 },
            { text: "die type=sql:Server", calls: 0 },
        ]);
    });

    it("has not happened where another came first at the same call", async () => {
        const { faults } = parseFaults("429; 500");
        const played = new Faults(faults);
        const target = { urn: "u", type: "t", id: "/g", method: "PUT" } as const;
        await expect(played.around(target, () => "done")).rejects.toThrow("Status=429");
        expect(played.missed()).toEqual([{ text: "500", calls: 1 }]);
    });
});
