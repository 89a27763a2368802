import { ALWAYS } from "../levels";
import type { Rule } from "../rule";
import { accessAsDeclared } from "../rules/access-as-declared";
import { accessProtocolAssigned } from "../rules/access-protocol-assigned";
import { accessWithinPurpose } from "../rules/access-within-purpose";
import { otapDeployerFederated } from "../rules/otap-deployer-federated";
import { rbacGroupsOnly } from "../rules/rbac-groups-only";
import { rbacNarrowScope } from "../rules/rbac-narrow-scope";
import { rbacNoCustomOwner } from "../rules/rbac-no-custom-owner";
import { rbacNoOwnerAssignment } from "../rules/rbac-no-owner-assignment";

/** Rules for who may do what. */
export const ACCESS: readonly Rule[] = [
    {
        id: "access-as-declared",
        title: "People have the rights that the access protocol describes, and no others",
        severity: "high",
        levels: ALWAYS,
        measures: [2],
        remedy: "Write the right in access.yaml, have it reviewed and run `npm run generate`; or remove it from the program.",
        sources: {},
        check: accessAsDeclared,
    },
    {
        id: "access-protocol-assigned",
        title: "Every right of the access protocol is assigned",
        severity: "medium",
        levels: ALWAYS,
        measures: [2],
        remedy: "Assign what access.yaml describes, or remove the row.",
        sources: {},
        check: accessProtocolAssigned,
    },
    {
        id: "access-within-purpose",
        title: "A right reaches no further than the role in the access protocol",
        severity: "high",
        levels: ALWAYS,
        measures: [2, 13],
        remedy: "Give a role that does no more than the work: one that only reads to who reads; a role of one's own where Azure has none.",
        sources: {},
        check: accessWithinPurpose,
    },
    {
        id: "otap-deployer-federated",
        title: "Only the jobs of an environment deploy it",
        severity: "high",
        levels: ALWAYS,
        measures: [1, 2],
        remedy: "Set issuer to 'https://token.actions.githubusercontent.com' and subject to 'repo:<owner>/<repository>:environment:<environment>'.",
        sources: { azurePolicy: ["fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f"] },
        check: otapDeployerFederated,
    },
    {
        id: "rbac-groups-only",
        title: "Rights go to groups and applications, not to people",
        severity: "high",
        levels: ALWAYS,
        measures: [2],
        remedy: "Set principalType to 'Group' or 'ServicePrincipal'.",
        sources: { psrule: ["Azure.RBAC.UseGroups"] },
        check: rbacGroupsOnly,
    },
    {
        id: "rbac-narrow-scope",
        title: "Rights reach no further than a resource group",
        severity: "high",
        levels: ALWAYS,
        measures: [2, 13],
        remedy: "Assign the role on the resource or resource group that needs it.",
        sources: { psrule: ["Azure.RBAC.UseRGDelegation", "Azure.RBAC.LimitMGDelegation"] },
        check: rbacNarrowScope,
    },
    {
        id: "rbac-no-custom-owner",
        title: "No role of one's own may do everything",
        severity: "critical",
        levels: ALWAYS,
        measures: [2],
        remedy: "Name the actions that the role needs in permissions.actions and dataActions.",
        sources: {
            checkov: ["CKV_AZURE_39"],
            azurePolicy: ["a451c1ef-c6ca-483d-87ed-f49761e3ffb5"],
            cis: ["2.0:1.23"],
        },
        check: rbacNoCustomOwner,
    },
    {
        id: "rbac-no-owner-assignment",
        title: "Nobody is owner or gives rights at will",
        severity: "critical",
        levels: ALWAYS,
        measures: [2],
        remedy: "Assign a role that only does the work; who must give rights is a service principal with a condition, version 2.0, that names the roles which it may give.",
        sources: { psrule: ["Azure.RBAC.LimitOwner"], azurePolicy: ["4f11b553-d42e-4e3a-89be-32ca364cad4c"] },
        check: rbacNoOwnerAssignment,
    },
];
