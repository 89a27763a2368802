import { failoverSeconds, hoursBetweenBackups, recoveries } from "../../../cli/availability/recovery";
import type { PlanObject, PlanResource } from "../../../cli/plan/plan";
import { PlannedResources } from "../../../cli/plan/planned-resources";
import { previewed } from "../../street";

let resources: readonly PlanResource[];

beforeAll(async () => {
    resources = (await previewed("productie")).resources;
});

/** When what happens, with the inputs of one type changed. */
function recovery(what: string, type = "", change: (inputs: PlanObject) => PlanObject = (inputs) => inputs) {
    const changed = resources.map((each) =>
        each.type === `azure-native:${type}` ? { ...each, inputs: change(each.inputs) } : each,
    );
    return recoveries(new PlannedResources(changed)).find((each) => each.what === what);
}

const resource = (inputs: PlanObject): PlanResource => ({ ...(resources[0] as PlanResource), inputs });

describe("failoverSeconds", () => {
    it("adds an interval for each failure that is tolerated and one more, the timeout and the TTL", () => {
        const monitorConfig = { intervalInSeconds: 30, timeoutInSeconds: 10, toleratedNumberOfFailures: 3 };
        expect(failoverSeconds(resource({ monitorConfig, dnsConfig: { ttl: 30 } }))).toBe(160);
    });

    it("is not known where the profile leaves it to Azure", () => {
        expect(failoverSeconds(resource({ monitorConfig: {}, dnsConfig: { ttl: 30 } }))).toBeUndefined();
    });
});

describe("hoursBetweenBackups", () => {
    it.each([
        ["P1D", 24],
        ["PT12H", 12],
        ["P1W", 168],
    ])("reads %s as %i", (period, hours) => {
        const rule = { trigger: { schedule: { repeatingTimeIntervals: [`R/2024-01-01T02:00:00+00:00/${period}`] } } };
        expect(hoursBetweenBackups(resource({ properties: { policyRules: [rule] } }))).toBe(hours);
    });

    it("is not known without a schedule", () => {
        expect(hoursBetweenBackups(resource({ properties: { policyRules: [] } }))).toBeUndefined();
    });
});

describe("recoveries", () => {
    it("computes how long visitors wait from the planned profile", () => {
        expect(recovery("an application fails in one region")?.time).toMatch(/^65 s by itself/);
    });

    it("names the operator whose decision a failover of the databases is", () => {
        expect(recovery("the region of the databases fails")).toMatchObject({
            time: expect.stringMatching(/^an operator's decision, and some 30 s after it/),
            loss: "5 s, promised for this tier",
        });
    });

    it("counts an hour where Azure decides", () => {
        const automatic = { readWriteEndpoint: { failoverPolicy: "Automatic" } };
        const found = recovery("the region of the databases fails", "sql:FailoverGroup", () => automatic);
        expect(found?.time).toBe("1 h or more, by Azure's decision");
    });

    it("does not promise the loss of a tier for which Microsoft does not", () => {
        const found = recovery("the region of the databases fails", "sql:ElasticPool", (inputs) => ({
            ...inputs,
            sku: { tier: "GeneralPurpose" },
        }));
        expect(found?.loss).toBe("5 s, promised for Business Critical only");
    });

    it("goes back as far as the shortest retention", () => {
        expect(recovery("a mistake is found in a database within 35 days")?.loss).toMatch(/^up to 10 min/);
    });

    it("restores elsewhere only what has its backups elsewhere", () => {
        const what = "both servers are lost, and databases are restored from their copies in the paired region";
        expect(recovery(what)).toMatchObject({ time: "12 h", loss: "1 h" });
        const local = { requestedBackupStorageRedundancy: "Zone" };
        expect(recovery(what, "sql:Database", () => local)).toBeUndefined();
    });

    it("loses a day of documents at most when they come from the backup vault", () => {
        expect(recovery("documents are lost, and restored from the backup vault")?.loss).toBe(
            "up to 24 h: that is between two backups",
        );
    });

    it("has a copy of the documents only where the account has one", () => {
        const what = "the region of the documents fails";
        expect(recovery(what)?.loss).toBe("less than 15 min typically, without a promise");
        const zonal = (inputs: PlanObject) => ({ ...inputs, sku: { name: "Standard_ZRS" } });
        expect(recovery(what, "storage:StorageAccount", zonal)).toBeUndefined();
    });
});
