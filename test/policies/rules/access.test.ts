import { compliant } from "../compliant-stack";
import { ExampleStack, UNKNOWN } from "../example-stack";

const SUBSCRIPTION = "/subscriptions/11111111-1111-1111-1111-111111111111";
const OWNER = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
const USER_ACCESS_ADMINISTRATOR = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";
const READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

describe("rbac-no-owner-assignment", () => {
    const given = (roleDefinitionId: unknown, inputs: Record<string, unknown> = {}, type = "RoleAssignment") =>
        new ExampleStack()
            .plus(`authorization:${type}`, "it", {
                scope: `${SUBSCRIPTION}/resourceGroups/g`,
                roleDefinitionId,
                ...inputs,
            })
            .found("rbac-no-owner-assignment");
    const id = (role: string) => `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${role}`;

    it.each([
        ["Owner", OWNER],
        ["User Access Administrator", USER_ACCESS_ADMINISTRATOR],
        ["Role Based Access Control Administrator", "f58310d9-a9f6-439a-9e8d-f62e7b41a168"],
    ])("refuses %s on anything, standing or for the asking", (name, role) => {
        expect(given(id(role))).toEqual([`it: gives the role ${name}`]);
        expect(given(id(role).toUpperCase())).toHaveLength(1);
        expect(given(`/providers/Microsoft.Authorization/roleDefinitions/${role}/`)).toHaveLength(1);
        expect(given(id(role), {}, "PimRoleEligibilitySchedule")).toHaveLength(1);
    });

    it("refuses a contributor of a subscription, and lets one of a group be", () => {
        expect(given(id(CONTRIBUTOR))).toEqual([]);
        expect(given(id(CONTRIBUTOR), { scope: SUBSCRIPTION })).toEqual([
            `it: gives the role Contributor, and scope is '${SUBSCRIPTION}'`,
        ]);
        expect(given(id(CONTRIBUTOR), { scope: UNKNOWN })).toEqual([
            "it: undecided, scope is not known before deployment",
        ]);
    });

    it.each([undefined, null, "", "Owner", 7])("refuses %p, which is the id of no role", (role) => {
        expect(given(role)).toHaveLength(1);
    });

    it("passes another role, and one that the plan makes", () => {
        expect(given(id(READER), { scope: SUBSCRIPTION })).toEqual([]);
        const own = compliant().plus("authorization:RoleAssignment", "grant", {}, { roleDefinitionId: ["role"] });
        expect(own.found("rbac-no-owner-assignment")).toEqual([]);
    });

    describe("for an identity that may give some roles", () => {
        const only = (roles: string) =>
            `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${roles}}))`;
        const constrained = { principalType: "ServicePrincipal", conditionVersion: "2.0", condition: only(READER) };

        it("takes a condition that names them", () => {
            expect(given(id(USER_ACCESS_ADMINISTRATOR), constrained)).toEqual([]);
        });

        it.each<[string, object]>([
            ["no condition", { condition: " " }],
            ["a condition on something else", { condition: "@Resource[name] StringEquals 'x'" }],
            ["a condition that names an owner", { condition: only(`${READER}, ${OWNER.toUpperCase()}`) }],
            ["an older condition", { conditionVersion: "1.0" }],
            ["a group", { principalType: "Group" }],
        ])("refuses %s", (_, change) => {
            expect(given(id(USER_ACCESS_ADMINISTRATOR), { ...constrained, ...change })).toHaveLength(1);
        });

        it("refuses one that gives contributors beyond a group, as it does for a contributor himself", () => {
            const condition = only(CONTRIBUTOR);
            const within = given(id(USER_ACCESS_ADMINISTRATOR), { ...constrained, condition });
            const beyond = given(id(USER_ACCESS_ADMINISTRATOR), { ...constrained, condition, scope: SUBSCRIPTION });
            expect([within, beyond]).toEqual([
                [],
                ["it: gives the role User Access Administrator, and its condition does not keep it from that"],
            ]);
        });

        it("says that it does not recognise a condition", () => {
            const condition = `(1 == 1) OR ${only(READER)}`;
            expect(given(id(USER_ACCESS_ADMINISTRATOR), { ...constrained, condition })).toEqual([
                "it: gives the role User Access Administrator, and its condition is not recognised as one that names the roles which may be given",
            ]);
        });

        it("takes none for an owner", () => {
            expect(given(id(OWNER), constrained)).toEqual(["it: gives the role Owner"]);
        });

        describe("by a role of one's own", () => {
            const OWN = "77777777-7777-7777-7777-777777777777";
            const granted = (actions: unknown, inputs: object = {}) =>
                compliant()
                    .set("role", "permissions", actions === UNKNOWN ? UNKNOWN : [{ actions }])
                    .set("role", "roleDefinitionId", OWN)
                    .plus("authorization:RoleAssignment", "it", { ...inputs }, { roleDefinitionId: ["role"] })
                    .found("rbac-no-owner-assignment");
            const GIVING = ["Microsoft.Authorization/roleAssignments/write"];
            const REFUSED = ["it: gives a role of one's own that gives roles"];

            it("asks the same condition, also where the role is named by its id", () => {
                expect(granted(GIVING)).toEqual(REFUSED);
                expect(granted(GIVING, { roleDefinitionId: id(OWN) })).toEqual(REFUSED);
                expect(granted(GIVING, constrained)).toEqual([]);
                expect(granted(GIVING, { ...constrained, roleDefinitionId: id(OWN) })).toEqual([]);
            });

            it("asks none of a role that gives none, and is undecided while that is not known", () => {
                expect(granted(["Microsoft.Authorization/roleAssignments/read"])).toEqual([]);
                expect(granted(UNKNOWN)).toEqual(["it: undecided, permissions is not known before deployment"]);
            });
        });
    });
});

describe("rbac-no-custom-owner", () => {
    const role = (permission: unknown) =>
        compliant().set("role", "permissions", [permission]).found("rbac-no-custom-owner");

    it.each([
        "*",
        " * ",
        "*/*",
        "*/write",
        "Microsoft.*",
        "microsoft.authorization/*",
        "*/action",
        "Microsoft.Authorization/roleDefinitions/write",
        "Microsoft.Authorization/role*/write",
        "Microsoft.Authorization/roleEligibilityScheduleRequests/write",
        "Microsoft.Authorization/roleAssignmentScheduleRequests/*",
    ])("refuses the action %p", (action) => {
        expect(role({ actions: ["Microsoft.Web/sites/read", action] })).toEqual([
            `role: permissions.actions holds '${action}'`,
        ]);
    });

    it("refuses a star that is a text, and all data", () => {
        expect(role({ actions: "*" })).toHaveLength(1);
        expect(role({ actions: [], dataActions: ["*"] })).toEqual(["role: permissions.dataActions holds '*'"]);
        expect(role({ dataActions: ["Microsoft.*"] })).toEqual(["role: permissions.dataActions holds 'Microsoft.*'"]);
        expect(role({ dataActions: ["Microsoft.KeyVault/vaults/*"] })).toEqual([]);
    });

    it("passes a star that reaches no giving of rights", () => {
        expect(role({ actions: ["*/read", "Microsoft.Sql/servers/*"] })).toEqual([]);
        // As the built-in Contributor has it.
        const without = ["Microsoft.Authorization/*/Write", "Microsoft.Authorization/elevateAccess/Action"];
        expect(role({ actions: ["Microsoft.*"], notActions: without })).toEqual([]);
        expect(role({ actions: ["*"], notActions: without })).toHaveLength(1);
    });

    it("passes a role that names the giving of rights: a condition at its assignment says which", () => {
        expect(role({ actions: ["Microsoft.Authorization/roleAssignments/write"] })).toEqual([]);
    });
});

describe("otap-deployer-federated", () => {
    const found = (path: string, value: unknown) =>
        compliant().set("deployer", path, value).found("otap-deployer-federated");

    it.each([
        "repo:figlo/advisor:pull_request",
        "repo:figlo/advisor:environment:test",
        "repo:figlo/advisor:environment:productie2",
        "repo:figlo/*:environment:productie",
        "repo:environment:productie",
        "system:serviceaccount:default:environment:productie",
        "REPO:figlo/advisor:environment:productie",
    ])("refuses the subject %s", (subject) => {
        expect(found("subject", subject)).toEqual([
            `deployer: subject is '${subject}', not a repository's ':environment:productie'`,
        ]);
    });

    it("passes claims around the environment", () => {
        expect(found("subject", "repo:figlo/advisor:environment:productie:ref:refs/heads/main")).toEqual([]);
        expect(found("issuer", "https://token.actions.githubusercontent.com/figlo")).toEqual([]);
    });

    it("wants the environment that is judged", () => {
        expect(compliant().found("otap-deployer-federated", { environment: "test" })).toHaveLength(1);
    });

    it.each(["https://token.actions.githubusercontent.com.example", "http://token.actions.githubusercontent.com"])(
        "refuses the issuer %s",
        (issuer) => {
            expect(found("issuer", issuer)).toEqual([`deployer: issuer is '${issuer}'`]);
        },
    );

    it("refuses an expression, which lets in many subjects", () => {
        expect(found("claimsMatchingExpression", { value: "claims['sub'] matches 'repo:figlo/*'" })).toHaveLength(1);
    });
});
