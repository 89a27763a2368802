import type { GivenConfig } from "../../../policies/config";
import type { PeopleRight } from "../../../policies/declared";
import { ExampleStack, UNKNOWN } from "../example-stack";

const SUBSCRIPTION = "/subscriptions/11111111-1111-1111-1111-111111111111";
const GROUP = `${SUBSCRIPTION}/resourceGroups/rg-one`;
const SUPPORT = "167fb9ea-546f-5ac5-8aa6-8c3b0d3eeea3";
const LOG_ANALYTICS_READER = "73c42c96-874c-492b-b04d-ab87d138a893";
const CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
const OWN = "66666666-6666-6666-6666-666666666666";

const RIGHT: PeopleRight = {
    group: "figlo-advisor-support",
    purpose: "support",
    principalId: SUPPORT,
    role: LOG_ANALYTICS_READER,
    scope: GROUP,
    standing: true,
};

const id = (role: string) => `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
const whole = new ExampleStack().plus("pulumi:pulumi:Stack", "whole", {});

const standing = (changes: Record<string, unknown> = {}) =>
    whole.plus("authorization:RoleAssignment", "it", {
        principalId: SUPPORT,
        principalType: "Group",
        roleDefinitionId: id(LOG_ANALYTICS_READER),
        scope: GROUP,
        ...changes,
    });

const eligible = (endDateTime?: string) =>
    whole.plus("authorization:PimRoleEligibilitySchedule", "it", {
        principalId: SUPPORT,
        roleDefinitionId: id(LOG_ANALYTICS_READER),
        scope: GROUP,
        scheduleInfo: { expiration: { type: "AfterDateTime", endDateTime } },
    });

const told = (changes: Partial<PeopleRight> = {}): Partial<GivenConfig> => ({
    peopleRights: [{ ...RIGHT, ...changes }],
});

describe("access-as-declared", () => {
    const found = (stack: ExampleStack, config: Partial<GivenConfig> = told()) =>
        stack.found("access-as-declared", config);

    it("passes a right of the file, whatever the case of its ids", () => {
        expect(found(standing())).toEqual([]);
        expect(found(standing({ scope: `${GROUP.toUpperCase()}/`, principalId: SUPPORT.toUpperCase() }))).toEqual([]);
    });

    it("leaves a program alone whose rights nobody tells", () => {
        expect(found(standing(), {})).toEqual([]);
    });

    it.each([
        ["another principal", { principalId: OWN }],
        ["another role", { roleDefinitionId: id(CONTRIBUTOR) }],
        ["another place", { scope: `${GROUP}-two` }],
        ["an application that the stack does not make", { principalType: "ServicePrincipal", principalId: OWN }],
        ["a person", { principalType: "User", principalId: OWN }],
    ])("reports a right of %s", (_, changes) => {
        expect(found(standing(changes))).toEqual([expect.stringMatching(/^it: gives '.*which access\.yaml does not$/)]);
    });

    it("passes what an identity of the stack gets", () => {
        const identity = whole
            .plus("managedidentity:UserAssignedIdentity", "identity", {})
            .plus(
                "authorization:RoleAssignment",
                "it",
                { principalType: "ServicePrincipal", roleDefinitionId: id(CONTRIBUTOR), scope: GROUP },
                { principalId: ["identity"] },
            );
        expect(found(identity)).toEqual([]);
    });

    it("passes what the identity that comes with a resource of the stack gets", () => {
        const vault = whole
            .plus("dataprotection:BackupVault", "vault", { identity: { type: "SystemAssigned" } })
            .plus(
                "authorization:RoleAssignment",
                "it",
                { principalType: "ServicePrincipal", roleDefinitionId: id(CONTRIBUTOR), scope: GROUP },
                { principalId: ["vault"] },
            );
        expect(found(vault)).toEqual([]);
    });

    it("reports a principal that only looks as if it came from the stack", () => {
        const group = whole.plus("resources:ResourceGroup", "group", {}).plus(
            "authorization:RoleAssignment",
            "it",
            {
                principalId: OWN,
                principalType: "ServicePrincipal",
                roleDefinitionId: id(CONTRIBUTOR),
                scope: GROUP,
            },
            { principalId: ["group"] },
        );
        expect(found(group)).toEqual([expect.stringMatching(/^it: gives '.*which access\.yaml does not$/)]);
    });

    it.each([undefined, null, {}, "a text", { type: "None" }])(
        "reports a principal of a resource whose identity is %j",
        (identity) => {
            const vault = whole
                .plus("dataprotection:BackupVault", "vault", { identity })
                .plus(
                    "authorization:RoleAssignment",
                    "it",
                    { principalType: "ServicePrincipal", roleDefinitionId: id(CONTRIBUTOR), scope: GROUP },
                    { principalId: ["vault"] },
                );
            expect(found(vault)).toEqual(["it: principalId comes from 'vault', which has no identity"]);
        },
    );

    it("reports a right of nobody, whatever it is made from", () => {
        expect(found(standing({ principalId: "", scope: UNKNOWN }))).toEqual(["it: principalId is not set"]);
    });

    it("reports a group's right by the id of an identity of the stack as well", () => {
        const group = standing({ principalType: "Group", principalId: OWN });
        expect(found(group)).toHaveLength(1);
    });

    it("passes a right on its last day, and reports it the day after", () => {
        expect(found(standing(), told({ lastDay: "2026-11-23" }))).toEqual([]);
        expect(found(standing(), told({ lastDay: "2026-11-22" }))).toEqual([
            "it: access.yaml: the right of 'figlo-advisor-support' on 'rg-one' ended on 2026-11-22",
        ]);
    });

    it("reports a right before its first day, and passes it on that day", () => {
        expect(found(standing(), told({ firstDay: "2026-11-23" }))).toEqual([]);
        expect(found(standing(), told({ firstDay: "2026-11-24", lastDay: "2026-12-18" }))).toEqual([
            "it: access.yaml: the right of 'figlo-advisor-support' on 'rg-one' begins on 2026-11-24",
        ]);
    });

    it("reports a right that is always there instead of for the asking, and the other way round", () => {
        expect(found(standing(), told({ standing: false }))).toEqual([
            "it: access.yaml: the right of 'figlo-advisor-support' on 'rg-one' must be asked for, and here it is always there",
        ]);
        expect(found(eligible("2026-12-14T23:59:59Z"))).toEqual([
            "it: access.yaml: the right of 'figlo-advisor-support' on 'rg-one' is always there, and here it is for the asking",
        ]);
    });

    it("reports what can be asked for longer than the file says, or without end", () => {
        const config = told({ standing: false, lastDay: "2026-12-14" });
        expect(found(eligible("2026-12-14T23:59:59Z"), config)).toEqual([]);
        expect(found(eligible("2027-12-14T23:59:59Z"), config)).toEqual([
            "it: scheduleInfo.expiration.endDateTime is '2027-12-14T23:59:59Z'; access.yaml says 2026-12-14",
        ]);
        expect(found(eligible(), config)).toHaveLength(1);
    });

    it("reports a right without the condition that narrows it", () => {
        const config = told({ condition: "(narrow)" });
        expect(found(standing({ condition: "(narrow)", conditionVersion: "2.0" }), config)).toEqual([]);
        for (const changes of [{}, { condition: "(wide)", conditionVersion: "2.0" }, { condition: "(narrow)" }]) {
            expect(found(standing(changes), config)).toEqual([expect.stringContaining("does not narrow the role")]);
        }
    });

    it("does not know while it is not known who gets what", () => {
        expect(found(standing({ scope: UNKNOWN }))).toEqual(["it: undecided, scope is not known before deployment"]);
    });
});

describe("access-protocol-assigned", () => {
    const found = (stack: ExampleStack, config: Partial<GivenConfig> = told()) =>
        stack.found("access-protocol-assigned", config);

    it("passes where every right in force is assigned, and asks for none that is over or to come", () => {
        expect(found(standing())).toEqual([]);
        expect(found(whole, told({ lastDay: "2026-11-22" }))).toEqual([]);
        expect(found(whole, told({ firstDay: "2026-11-24" }))).toEqual([]);
        expect(found(whole, {})).toEqual([]);
    });

    it("reports a right that nobody assigns", () => {
        expect(found(whole)).toEqual([
            "whole: access.yaml: 'figlo-advisor-support' has not the right of a support on 'rg-one'",
        ]);
        expect(found(whole, told({ standing: false, lastDay: "2026-12-14" }))[0]).toContain(
            "has not the eligible right",
        );
    });

    it("does not know while an assignment may be the one, and knows that an identity's is not", () => {
        expect(found(standing({ principalId: UNKNOWN }))).toEqual([
            "whole: undecided, who or what a right is for is not known before deployment",
        ]);
        expect(found(standing({ principalId: UNKNOWN, principalType: "ServicePrincipal" }))).toHaveLength(1);
    });

    it("asks nothing of the stack of a further shard", () => {
        const shard = whole.change("whole", (resource) => ({
            ...resource,
            urn: "urn:pulumi:productie-klanten-02::figlo-advisor::pulumi:pulumi:Stack::whole",
        }));
        expect(found(shard)).toEqual([]);
    });
});

describe("access-within-purpose", () => {
    const found = (stack: ExampleStack, purpose = "support") => stack.found("access-within-purpose", told({ purpose }));
    const LOGS = [
        "Microsoft.Insights/components/query/read",
        "Microsoft.Insights/logs/*",
        "Microsoft.OperationalInsights/workspaces/*/read",
    ];
    const own = (
        operations: readonly string[],
        dataActions: readonly string[] = [],
        notActions: readonly string[] = [],
    ) =>
        standing({ roleDefinitionId: id(OWN) }).plus("authorization:RoleDefinition", "role", {
            roleDefinitionId: OWN,
            permissions: [{ actions: operations, dataActions, notActions }],
        });

    it("passes a role that only reads to who reads", () => {
        expect(found(standing())).toEqual([]);
        expect(found(own(["*/read"], [], LOGS), "auditor")).toEqual([]);
    });

    it.each([
        ["Contributor", CONTRIBUTOR],
        ["Reader, which reads every log", "acdd72a7-3385-48ef-bd42-f606fba81ae7"],
        ["a role that nobody knows", OWN],
    ])("reports %s", (_, role) => {
        expect(found(standing({ roleDefinitionId: id(role) }))).toEqual([
            `it: gives 'figlo-advisor-support', support, the role '${role}', which is not known to be for that`,
        ]);
    });

    it.each([
        ["auditor", "Microsoft.Web/sites/restart/action"],
        ["auditor", "*"],
        ["developer", "Microsoft.Web/sites/write"],
        ["security-tester", "Microsoft.Web/sites/config/list/action"],
        ["tester", "Microsoft.Web/sites/write"],
        ["support", "Microsoft.Sql/servers/databases/write"],
        ["database-administrator", "Microsoft.Sql/servers/databases/delete"],
        ["release-manager", "Microsoft.KeyVault/vaults/write"],
        ["support", "*/restore/action"],
        ["an unknown role", "Microsoft.Web/sites/restart/action"],
    ])("reports a role of one's own with which a %s may %s", (purpose, operation) => {
        expect(found(own(["Microsoft.Web/sites/read", operation]), purpose)).toEqual([
            `it: gives 'figlo-advisor-support', ${purpose}, a role of one's own that may '${operation}'`,
        ]);
    });

    it.each([
        ["tester", "Microsoft.Web/sites/restart/action"],
        ["support", "Microsoft.Storage/storageAccounts/restoreBlobRanges/action"],
        ["database-administrator", "Microsoft.Sql/servers/databases/write"],
        ["database-administrator", "Microsoft.DataProtection/backupVaults/backupInstances/restore/action"],
    ])("passes a role of one's own with which a %s may %s", (purpose, operation) => {
        expect(found(own([operation]), purpose)).toEqual([]);
    });

    it.each(LOGS)("reports a star that reads logs: %s is not left out", (log) => {
        const others = LOGS.filter((each) => each !== log);
        expect(found(own(["*/read"], [], others), "auditor")).toEqual([
            expect.stringMatching(/a role of one's own that may 'microsoft\.(insights|operationalinsights)\/.*read'$/),
        ]);
    });

    it("lets only the pipeline read and write data", () => {
        const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";
        expect(found(own([], [`${blobs}/read`, `${blobs}/write`]), "pipeline")).toEqual([]);
        expect(found(own([], [`${blobs}/delete`]), "pipeline")).toHaveLength(1);
        expect(found(own([], [`${blobs}/write`]), "release-manager")).toHaveLength(1);
    });

    it.each(["*/read", "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"])(
        "reports a role of one's own that reads data, %s, though its holder only reads",
        (reads) => {
            expect(found(own([], [reads]), "auditor")).toEqual([
                `it: gives 'figlo-advisor-support', auditor, a role of one's own that may '${reads}'`,
            ]);
        },
    );

    it("asks of a group with several purposes that one of them needs the role", () => {
        const both = { peopleRights: [RIGHT, { ...RIGHT, purpose: "tester" }] };
        const restarts = own(["Microsoft.Web/sites/restart/action"]);
        expect(restarts.found("access-within-purpose", both)).toEqual([]);
        expect(restarts.found("access-within-purpose", told())).toHaveLength(1);
    });
});
