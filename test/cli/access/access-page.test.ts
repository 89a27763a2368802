import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accessPage } from "../../../cli/access/access-page";
import type { AccessRow } from "../../../cli/access/access-row";
import { pageDate } from "../../../cli/access/page-date";
import { accessRows } from "../../../cli/commands/access";
import { planEnvironment } from "../../../cli/offline/plan-environment";
import { ROLES } from "../../../infra/access/roles";
import { ENVIRONMENTS, type Environment } from "../../../stacks/settings/environments";
import { ROOT, street, TODAY } from "../../street";

const page = readFileSync(join(ROOT, "docs/access.md"), "utf8");

const ROW: AccessRow = {
    environment: "productie",
    kind: "people",
    who: "auditors | internal",
    as: "auditor",
    role: "Configuration reader",
    on: "primary resource group",
    how: "eligible",
    why: "Audits.",
};

/** Who, with which role, where, and how, of each row of the page that is assigned. */
const onPage = (environment: string): readonly string[] => {
    const [, section = ""] = page.split(`\n## ${environment}\n`);
    const [own = ""] = section.split("\n## ");
    const isRight = (line: string) => /^\| (?!group|identity)/.test(line) && !line.includes("| database sqldb-");
    const lines = own.split("\n").filter(isRight);
    const rows = lines.map((line) =>
        line
            .split("|")
            .map((cell) => cell.trim())
            .slice(1, -1),
    );
    return rows
        .map(([who, second = "", third = "", fourth = "", how]) =>
            how === undefined
                ? { who, role: second, on: third, how: "standing" }
                : { who, role: third, on: fourth.split(" ")[0], how },
        )
        .filter(({ how }) => how === "standing" || how === "eligible")
        .map(({ who, role, on, how }) => [who, plain(role), on, how].join(", "))
        .sort();
};

/** Who, with which rights, in which database. */
function insideOnPage(environment: string): readonly string[] {
    const [, section = ""] = page.split(`\n## ${environment}\n`);
    const [own = ""] = section.split("\n## ");
    return [...own.matchAll(/^\| (.+ \| .+ \| database sqldb-\S+) \|/gm)].map(([, row = ""]) => row).sort();
}

/** `Key Vault Reader` and `keyVaultReader` are one role. */
const plain = (role: string): string => role.replace(/\s/g, "").toLowerCase();

/** The same of each assignment in the plan, read from the plan alone. */
async function inPlan(environment: Environment): Promise<readonly string[]> {
    const loaded = street()[environment];
    const { resources } = await planEnvironment(loaded, pageDate(street()));
    const roles = new Map([
        ...Object.entries(ROLES).map(([name, id]) => [id as string, name] as const),
        ...resources
            .filter(({ type }) => type.endsWith(":RoleDefinition"))
            .map(
                ({ inputs }) =>
                    [String(inputs.roleDefinitionId), String(inputs.roleName).split(" (")[0] ?? ""] as const,
            ),
    ]);
    return resources
        .filter(({ type }) => /authorization:(RoleAssignment|PimRoleEligibilitySchedule)$/.test(type))
        .map(({ type, inputs, propertyDependencies }) => {
            const row = loaded.data.access.find(({ objectId }) => objectId === inputs.principalId);
            const role = plain(roles.get(String(inputs.roleDefinitionId).split("/").pop() ?? "") ?? "unknown");
            const how = type.endsWith(":RoleAssignment") ? "standing" : "eligible";
            const nameOf = (input: string) => propertyDependencies[input]?.[0]?.split("::").pop();
            const region = /-weu(\/|$)/.test(String(inputs.scope)) ? "primary" : "secondary";
            return row === undefined
                ? [nameOf("principalId"), role, nameOf("scope") ?? String(inputs.scope).split("/").pop(), how].join(
                      ", ",
                  )
                : [row.group, role, region, how].join(", ");
        })
        .sort();
}

describe("docs/access.md", () => {
    it("is what the plans say (written by cli/access/write-page.ts)", async () => {
        const today = pageDate(street());
        expect(page).toBe(accessPage(await accessRows(ROOT, [], today, () => {}), today));
    });

    it.each(ENVIRONMENTS)("has of %s what its plan assigns, to whom and where, and nothing else", async (name) => {
        expect(onPage(name).length).toBeGreaterThan(0);
        expect(onPage(name)).toEqual(await inPlan(name));
    });

    it.each(ENVIRONMENTS)("has of %s who is inside which database, and nobody else", async (name) => {
        const { resources } = await planEnvironment(street()[name], pageDate(street()));
        const users = resources
            .filter(({ type }) => type.endsWith(":DatabaseUser"))
            .map(({ inputs, propertyDependencies: { entraId } }) => {
                const who = entraId?.[0]?.split("::").pop() ?? inputs.userName;
                return `${who} | ${[inputs.roles, inputs.grants].flat().join(", ")} | database ${inputs.database}`;
            });
        expect(users.length).toBeGreaterThan(0);
        expect(insideOnPage(name)).toEqual(users.sort());
    });

    it("is about a day on which its own files were reviewed, not about the clock", () => {
        expect(pageDate(street()) <= TODAY).toBe(true);
    });
});

describe("the page", () => {
    it("keeps a bar in a name from ending its cell", () => {
        expect(accessPage([ROW], TODAY)).toContain("| auditors \\| internal | auditor |");
    });

    it("shows what looks like a link or a tag as the text that it is", () => {
        const why = "See [this](https://figlo.example) <b>";
        expect(accessPage([{ ...ROW, why }], TODAY)).toContain("See \\[this](https://figlo.example) \\<b>");
    });

    it("explains each way of having a right", () => {
        for (const how of ["standing", "eligible", "kept elsewhere", "not yet", "ended"]) {
            expect(accessPage([], TODAY)).toContain(`- **${how}**: `);
        }
    });
});
