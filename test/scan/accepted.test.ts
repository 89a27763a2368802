import { join } from "node:path";
import { CATALOGUE } from "../../policies/catalogue";
import { parseAccepted, readAccepted } from "../../scan/accepted";
import { ScanRefusal } from "../../scan/refusal";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { ROOT } from "../street";

const VALID = `
- checks: [CKV_AZURE_24]
  kind: Microsoft.Sql/servers
  reason: The log goes to a workspace that keeps it for a year.
`;

describe("the file of accepted findings", () => {
    it("says that an entry is about every name, any tags and all environments where it is silent", () => {
        expect(parseAccepted(VALID)).toEqual([
            {
                checks: ["CKV_AZURE_24"],
                kind: "Microsoft.Sql/servers",
                names: ["*"],
                tags: {},
                environments: [...ENVIRONMENTS],
                reason: "The log goes to a workspace that keeps it for a year.",
                rules: [],
            },
        ]);
    });

    it.each([
        ["an entry without a reason", VALID.replace(/ {2}reason:.*\n/, ""), "entry 1 reason"],
        [
            "a reason too short to be one",
            VALID.replace(/The log.*/, "Not needed."),
            "entry 1 reason: expected a reason",
        ],
        ["an id that is none of Checkov's", VALID.replace("CKV_AZURE_24", "auditing"), "expected an id of Checkov's"],
        ["an entry that accepts no check", VALID.replace("CKV_AZURE_24", ""), "entry 1 checks"],
        ["an unknown environment", `${VALID}  environments: [prod]\n`, "entry 1 environments 0"],
        ["a misspelt key", `${VALID}  name: sql-example\n`, 'Unrecognized key: "name"'],
        ["something else than a list", "checks: CKV_AZURE_24", "the file: "],
    ])("is refused with %s", (_, text, message) => {
        expect(() => parseAccepted(text)).toThrow(ScanRefusal);
        expect(() => parseAccepted(text)).toThrow(message);
    });

    it("is refused with all its mistakes at once", () => {
        expect(() => parseAccepted(VALID.replace("CKV_AZURE_24", "x").replace(/The log.*/, "y"))).toThrow(
            /entry 1 checks 0.*\n.*entry 1 reason/,
        );
    });

    it("names only rules that the policy pack has", () => {
        const ids = new Set(CATALOGUE.map(({ id }) => id));
        const named = readAccepted(join(ROOT, "scan/accepted.yaml")).flatMap(({ rules }) => rules);
        expect(named.filter((rule) => !ids.has(rule))).toEqual([]);
    });
});
