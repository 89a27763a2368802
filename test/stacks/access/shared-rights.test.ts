import { sharedRights } from "../../../stacks/access/shared-rights";
import { street } from "../../street";

const { test, acceptatie } = street();

describe("rights on what environments share", () => {
    it("are none in the street as it is", () => {
        expect(sharedRights(Object.values(street()))).toEqual([]);
    });

    it("are refused the second time: Azure takes one role for a group on a vault once", () => {
        const officers = test.data.access.find(({ scope }) => scope === "vaults");
        const sharing = {
            ...acceptatie,
            settings: { ...acceptatie.settings, operatorVaults: test.settings.operatorVaults },
            data: {
                ...acceptatie.data,
                access: acceptatie.data.access.map((row) =>
                    row.scope === "vaults" ? { ...row, objectId: officers?.objectId ?? "" } : row,
                ),
            },
        };
        const at = sharing.data.access.findIndex(({ scope }) => scope === "vaults");
        expect(sharedRights([test, sharing])).toEqual([
            {
                file: "stacks/data/acceptatie/access.yaml",
                path: `access[${at}]`,
                message:
                    "gives 'figlo-advisor-key-officers' on the primary operators' vault what stacks/data/test/access.yaml gives on the same one; keep the row of one environment",
            },
        ]);
    });
});
