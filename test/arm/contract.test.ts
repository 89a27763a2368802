import { armResource } from "../../arm/arm-resource";
import { RESOURCE_TYPES } from "../../arm/resource-types";
import { EXCEPTIONS } from "../../arm/schemas/schema-exceptions";
import { EXAMPLES, example } from "./examples";
import { schemaErrors, schemas } from "./schema-errors";

const errorsOf = (type: string, changes: Readonly<Record<string, unknown>> = {}): string[] =>
    schemaErrors(armResource(example(type, changes)));

const checked = schemas ? describe : describe.skip;

describe("what Azure receives", () => {
    it("has an example of each row of the table", () => {
        expect(EXAMPLES.map(({ type }) => type).sort()).toEqual(Object.keys(RESOURCE_TYPES).sort());
    });

    it("says what it could not check", () => {
        const all = EXAMPLES.map((one) => armResource(one));
        const missing = all.filter((one) => !schemas?.covers(one)).map((one) => `${one.type} ${one.apiVersion}`);
        const why = schemas
            ? "no schema of Microsoft's for"
            : "ARM_SCHEMAS is not set: not checked against Microsoft's schemas:";
        process.stdout.write(`${why}\n${[...new Set(missing)].map((type) => `  ${type}\n`).join("")}`);
        expect(missing.length).toBeLessThan(schemas ? 4 : Number.POSITIVE_INFINITY);
    });
});

checked("Microsoft's schemas", () => {
    it.each(EXAMPLES.map((one) => [one.type, one] as const))("accept %s", (_type, one) => {
        expect(schemaErrors(armResource(one))).toEqual([]);
    });

    it("refuse a value that an enum does not have, and say which it has", () => {
        expect(errorsOf("sql:Server", { publicNetworkAccess: "Off" })).toEqual([
            "Microsoft.Sql/servers 'sql-figlo-proef': properties.publicNetworkAccess must be equal to one of the allowed values: Enabled, Disabled, SecuredByPerimeter",
        ]);
    });

    it("refuse a body without what Azure requires", () => {
        expect(errorsOf("sql:FailoverGroup", { readWriteEndpoint: undefined })).toEqual([
            "Microsoft.Sql/servers/failoverGroups 'sql-figlo-proef/sqlfog-figlo-proef': properties must have required property 'readWriteEndpoint'",
        ]);
    });

    it("refuse a value of another type", () => {
        expect(errorsOf("web:WebApp", { httpsOnly: "yes" })).toEqual([
            "Microsoft.Web/sites 'app-figlo-proef': properties.httpsOnly must be boolean",
        ]);
    });

    it("choose among the settings of a site by their name", () => {
        expect(errorsOf("web:WebAppAuthSettingsV2WithoutSecrets", { platform: { enabled: "yes" } })).toEqual([
            "Microsoft.Web/sites/config 'app-figlo-proef/authsettingsV2': properties.platform.enabled must be boolean",
        ]);
    });

    it("do not know a field under azure-native's name, or at azure-native's depth", () => {
        const arm = armResource(example("network:NetworkSecurityGroup"));
        const flat = { ...arm, body: { ...arm.body, properties: { securityRules: [{ name: "x", access: "Deny" }] } } };
        expect(schemaErrors(flat)).toEqual([
            "Microsoft.Network/networkSecurityGroups 'nsg-figlo-proef': properties.securityRules[0].access is not known to the schema",
        ]);
    });

    it.each(EXCEPTIONS.map((one) => [one.type, one] as const))("still need the exception for %s", (type, exception) => {
        const types = EXAMPLES.map((one) => armResource(one)).filter((one) => one.type === type);
        const errors = types.flatMap((one) => schemas?.errors(one, []) ?? []);
        expect(errors.some((error) => exception.error.test(error.replace(/^.*?': /, "")))).toBe(true);
    });
});
