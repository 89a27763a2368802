import { fieldsOf, shapeOf, shapesOf } from "../../../sandbox/azure/input-shapes";

describe("the shape of an input", () => {
    it.each([
        ["pulumi.Input<number | undefined>", { kind: "number" }],
        ["pulumi.Input<pulumi.Input<string>[]>", { kind: "array", items: { kind: "string" } }],
        [
            "pulumi.Input<{\n [key: string]: pulumi.Input<boolean>;\n } | undefined>",
            { kind: "map", values: { kind: "boolean" } },
        ],
        ["pulumi.Input<inputs.sql.SkuArgs | undefined>", { kind: "object", name: "sql.SkuArgs" }],
        ['pulumi.Input<"Custom">', { kind: "enum", values: ["Custom"] }],
        ["any | undefined", { kind: "any" }],
        ["pulumi.asset.Archive", { kind: "any" }],
    ])("is read from '%s'", (type, shape) => {
        expect(shapeOf(type)).toEqual(shape);
    });

    it("is an enumeration although the SDK lets any text pass", () => {
        expect(shapeOf("pulumi.Input<string | enums.sql.AlwaysEncryptedEnclaveType | undefined>")).toEqual({
            kind: "enum",
            values: ["Default", "VBS"],
        });
    });

    it("has the values of both enumerations where two share one name in the SDK", () => {
        const { values } = shapeOf("string | enums.monitor.ConditionOperator") as { values: readonly string[] };
        expect(values).toEqual(expect.arrayContaining(["gt", "GreaterThan"]));
    });

    it("is one of several where the SDK offers several objects", () => {
        expect(shapeOf("pulumi.Input<inputs.a.B | inputs.a.C>")).toEqual({
            kind: "oneOf",
            options: [
                { kind: "object", name: "a.B" },
                { kind: "object", name: "a.C" },
            ],
        });
    });

    it("says which fields an object must have", () => {
        expect(fieldsOf("sql.SkuArgs").get("name")).toEqual({ required: true, shape: { kind: "string" } });
        expect(fieldsOf("sql.SkuArgs").get("capacity")).toEqual({ required: false, shape: { kind: "number" } });
    });

    it("is known for the inputs of a class, and for none of a class that the SDK does not have", () => {
        expect(shapesOf("azure-native:sql:Database").get("isLedgerOn")).toEqual({
            required: false,
            shape: { kind: "boolean" },
        });
        expect(shapesOf("azure-native:sql:Nothing").size).toBe(0);
    });
});
