import type { Guidance } from "../guidance";

export const ACCESS: Guidance = {
    "access-as-declared": {
        why: "Who may do what is reviewed in one file; a right that is given elsewhere is one that nobody reviews, and nobody takes away.",
        example: `
# stacks/data/productie/access.yaml
- group: figlo-advisor-support
  objectId: 167fb9ea-546f-5ac5-8aa6-8c3b0d3eeea3
  role: support
  scope: logs
`,
    },
    "access-protocol-assigned": {
        why: "A protocol that describes rights which nobody has hides that they come from somewhere else.",
        example: `
new People("people", { loaded, foundations, today }); // every row of access.yaml that is in force
`,
    },
    "access-within-purpose": {
        why: "An auditor who can write is no auditor: what a role is called says nothing of what it may do.",
        example: `
new authorization.RoleDefinition("auditor", {
    ...args,
    permissions: [{ actions: ["*/read"] }],
});
`,
    },
    "otap-deployer-federated": {
        why: "A federation that is not pinned to one environment lets any branch of the repository deploy to productie.",
        example: `
new managedidentity.FederatedIdentityCredential("productie", {
    ...args,
    issuer: "https://token.actions.githubusercontent.com",
    subject: "repo:figlo-example/advisor:environment:productie",
    audiences: ["api://AzureADTokenExchange"],
});
`,
    },
    "rbac-groups-only": {
        why: "A right of a person stays when the person leaves; a group has an owner and a review.",
        example:
            'new authorization.RoleAssignment("auditors", { ...args, principalId: groupId, principalType: "Group" });',
    },
    "rbac-narrow-scope": {
        why: "A right on a subscription is a right on everything that will ever stand in it.",
        example: 'new authorization.RoleAssignment("auditors", { ...args, scope: group.id });',
    },
    "rbac-no-custom-owner": {
        why: "A role of one's own with every action is an owner that no report shows.",
        example: `
new authorization.RoleDefinition("operator", {
    ...args,
    permissions: [{ actions: ["Microsoft.Web/sites/restart/Action"] }],
});
`,
    },
    "rbac-no-owner-assignment": {
        why: "An owner can switch every other control off, and give rights to others.",
        example: `
new authorization.RoleAssignment("readers", {
    ...args,
    scope: group.id,
    roleDefinitionId: reader, // not Owner, Contributor or User Access Administrator
});
`,
    },
};
