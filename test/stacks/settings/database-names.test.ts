import { dataFromYaml } from "../../../stacks/settings/data-files";
import { isOfEveryDatabase } from "../../../stacks/settings/database-names";
import type { SettingsError } from "../../../stacks/settings/settings-error";

const readBy = (group: string): string => `
tenants:
  - id: t-4f9k2c
    name: Kantoor De Brug
    shard: "01"
    status: active
    directAccess:
      group: ${JSON.stringify(group)}
      objectId: 11111111-1111-1111-1111-111111111111
      purpose: support
      until: "2027-01-31"
`;

const said = (group: string): string => {
    try {
        dataFromYaml("tenants", "tenants.yaml", readBy(group));
        return "fine";
    } catch (error) {
        return (error as SettingsError).message;
    }
};

describe("the name of a customer's group", () => {
    it.each(["dbo", "DBO", "Guest", "public", "sys", "sys ", "ｄｂｏ"])(
        "is not '%s', which every database has",
        (name) => {
            expect(isOfEveryDatabase(name)).toBe(true);
            expect(said(name)).toContain(
                "tenants[0].directAccess.group: '" +
                    name +
                    "' is a name that every database has from the start; name the customer's own group in Entra",
            );
        },
    );

    it.each(["db_owner", "INFORMATION_SCHEMA", "##MS_x"])("is not '%s', which is no display name", (name) => {
        expect(said(name)).toContain("tenants[0].directAccess.group: expected a name of 2 to 80 letters");
    });

    it.each(["dbo-readers", "guests", "publications"])("may be '%s'", (name) => {
        expect(said(name)).toBe("fine");
    });
});
