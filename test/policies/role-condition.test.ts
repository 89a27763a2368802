import { rolesLeftBy } from "../../policies/role-condition";

const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
const OTHER = "4633458b-17de-408a-b874-0445c86b69e6";

const NOT_WRITE = "!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})";
const NAMED = `@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${READER}, ${OTHER}}`;
const DELETE = `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${READER}}))`;
const PRINCIPALS =
    "@Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}";

describe("the roles that a condition leaves to be given", () => {
    it.each([
        [
            "Microsoft's template for giving and taking",
            `(\n (\n  ${NOT_WRITE}\n )\n OR\n (\n  ${NAMED}\n )\n)\nAND\n${DELETE}`,
        ],
        ["the part about giving alone", `((${NOT_WRITE}) OR (${NAMED}))`],
        ["symbols in the place of words", `(${NOT_WRITE} || ${NAMED}) && ${DELETE}`],
        [
            "the roles before the action",
            `(${NAMED}) or (NOT ActionMatches{'microsoft.authorization/roleAssignments/write'})`,
        ],
        ["kinds of principals besides", `((${NOT_WRITE}) OR (${NAMED} AND ${PRINCIPALS}))`],
        ["the roles for every action", NAMED],
    ])("are those of %s", (_, condition) => {
        expect(rolesLeftBy(condition)).toEqual([READER, OTHER]);
    });

    it.each<[string, unknown]>([
        ["nothing", undefined],
        ["a denial of the roles", `!(${NAMED})`],
        ["a denial inside the part about giving", `((${NOT_WRITE}) OR (!(${NAMED})))`],
        ["what is always true beside it", `(1 == 1) OR (${NAMED})`],
        ["what is always true inside", `((${NOT_WRITE}) OR (${NAMED}) OR (1 == 1))`],
        ["what is always true in the place of the action", `((1 == 1) OR (${NAMED}))`],
        ["operators of both kinds without brackets", `(1 == 1) OR ${NAMED} AND ${PRINCIPALS}`],
        ["the part about taking alone", DELETE],
        ["the part about taking in the place of giving", `((${NOT_WRITE.replace("write", "delete")}) OR (${NAMED}))`],
        ["the action alone", NOT_WRITE],
        ["an empty list", `((${NOT_WRITE}) OR (${NAMED.replace(/\{.*\}/, "{}")}))`],
        ["names in the list", `((${NOT_WRITE}) OR (${NAMED.replace(/\{.*\}/, "{Reader}")}))`],
        ["the roles inside a text", `('x' StringEquals '((${NOT_WRITE.replaceAll("'", "")}) OR (${NAMED}))')`],
        ["a backslash", `${NAMED} AND 'a\\'' StringEquals 'b'`],
    ])("are not known of %s", (_, condition) => {
        expect(rolesLeftBy(condition)).toBeUndefined();
    });
});
