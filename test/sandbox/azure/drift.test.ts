import type { CloudObject } from "../../../sandbox/azure/cloud";
import { applyDrift } from "../../../sandbox/azure/drift";
import { parseFaults } from "../../../sandbox/azure/parse-faults";
import { GROUP_ID, PlayedAzure, SERVER, SERVER_ID } from "./played-azure";

const drift = (azure: PlayedAzure, text: string, own?: readonly string[]) =>
    parseFaults(`drift ${text}`).drifts.forEach((one) => void applyDrift(azure.cloud, one, own));

describe("drift", () => {
    it("changes a property of every object of a type, in what is read back and in the body", async () => {
        const azure = await new PlayedAzure().withServer();
        drift(azure, "sql:Server minimalTlsVersion=1.0");
        const { outputs, body } = azure.cloud.get(SERVER_ID) ?? {};
        expect(outputs?.minimalTlsVersion).toBe("1.0");
        expect(body?.properties).toMatchObject({ minimalTlsVersion: "1.0", publicNetworkAccess: "Disabled" });
    });

    it("changes the object of a name, deep inside, with a value of the kind that it looks like", async () => {
        const azure = await new PlayedAzure().withServer();
        drift(azure, "rg-proef tags.count=3");
        expect(azure.cloud.get(GROUP_ID)?.outputs.tags).toEqual({ count: 3 });
        expect(azure.cloud.get(GROUP_ID)?.body.tags).toEqual({ count: 3 });
    });

    it("deletes, with what stands inside", async () => {
        const azure = await new PlayedAzure().withServer();
        drift(azure, "sql-proef gone");
        expect(azure.cloud.all().map(({ id }) => id)).toEqual([GROUP_ID]);
    });

    it("shows in the inputs of the next refresh", async () => {
        const azure = await new PlayedAzure().withServer();
        const { outputs = {} } = azure.cloud.get(SERVER_ID) ?? {};
        drift(azure, "sql:Server publicNetworkAccess=Enabled");
        const read = await azure.read("azure-native:sql:Server", SERVER_ID, SERVER, outputs);
        expect(read?.inputs).toEqual({ ...SERVER, publicNetworkAccess: "Enabled" });
    });

    it("is refused where nothing of that type or name is there", () => {
        expect(() => drift(new PlayedAzure(), "sql:Server gone")).toThrow(
            "--faults: drift sql:Server: nothing of that type or name is up in the environments of this run",
        );
    });

    it.each(["location=northeurope", "name=other"])(
        "is refused for what Azure takes only when it is made: %s",
        async (change) => {
            const azure = await new PlayedAzure().withServer();
            const before = structuredClone(azure.cloud.snapshot());
            expect(() => drift(azure, `sql-proef ${change}`)).toThrow(
                `--faults: drift sql-proef: nobody can change '${change.split("=")[0]}' of azure-native:sql:Server, which Azure takes only when it is made; choose another property, or 'gone'`,
            );
            expect(azure.cloud.snapshot()).toEqual(before);
        },
    );

    it("changes only what is given as its own, and what lies inside that", async () => {
        const azure = await new PlayedAzure().withServer();
        const other = SERVER_ID.replace("rg-proef", "rg-proef-2");
        azure.cloud.write({ ...(azure.cloud.get(SERVER_ID) as CloudObject), id: other });
        drift(azure, "sql:Server minimalTlsVersion=1.0", [GROUP_ID.toUpperCase()]);
        const versions = [SERVER_ID, other].map((id) => azure.cloud.get(id)?.outputs.minimalTlsVersion);
        expect(versions).toEqual(["1.0", "1.2"]);
    });

    it("is refused where that type is there, but not as its own", async () => {
        const azure = await new PlayedAzure().withServer();
        expect(() => drift(azure, "sql:Server gone", [])).toThrow("nothing of that type or name is up");
        expect(azure.cloud.get(SERVER_ID)).toBeDefined();
    });
});
