import { UNKNOWN } from "../../../arm/wire-form";
import { typeFailures } from "../../../sandbox/azure/type-failures";

const reasons = (type: string, inputs: Record<string, unknown>) =>
    typeFailures(`azure-native:${type}`, inputs).map(({ reason }) => reason);

describe("what azure-native says of the types of inputs", () => {
    it.each([
        [{ serverName: 12 }, "'serverName' should be of type 'string' but got a number"],
        [{ maxSizeBytes: "many" }, "'maxSizeBytes' should be of type 'number' but got a string"],
        [{ zoneRedundant: "true" }, "'zoneRedundant' should be of type 'boolean' but got a string"],
        [{ sku: "S0" }, "'sku' should be of type 'object' but got a string"],
        [{ createMode: ["Default"] }, "'createMode' should be of type 'string' but got an array"],
        [{ sku: { name: 0 } }, "'sku.name' should be of type 'string' but got a number"],
        [{ sku: {} }, "missing required property 'sku.name'"],
    ])("refuses %j of a database", (inputs, reason) => {
        expect(reasons("sql:Database", inputs)).toEqual([reason]);
    });

    it("names the item of a list", () => {
        expect(reasons("sql:FailoverGroup", { databases: ["/one", 2], partnerServers: [{}] })).toEqual([
            "'databases[1]' should be of type 'string' but got a number",
            "missing required property 'partnerServers[0].id'",
        ]);
    });

    it.each([
        ["a truth value for a text", { serverName: true }],
        ["an object for a text", { serverName: { name: "sql" } }],
        ["a value that no enumeration has", { createMode: "Magic" }],
        ["an input that it does not know", { magic: 1 }],
        ["what is not known yet", { maxSizeBytes: UNKNOWN, sku: { name: UNKNOWN } }],
        ["any key of a map", { tags: { cost: 3 } }],
    ])("lets %s pass: that is Azure's business", (_, inputs) => {
        expect(reasons("sql:Database", inputs)).toEqual([]);
    });

    it("does not look into what can have several shapes", () => {
        const properties = { objectType: "BackupPolicy", datasourceTypes: [], policyRules: [{ objectType: 1 }] };
        expect(reasons("dataprotection:BackupPolicy", { properties })).toEqual([]);
    });
});
