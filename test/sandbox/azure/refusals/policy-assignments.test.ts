import { POLICY_ASSIGNMENT_REFUSALS } from "../../../../sandbox/azure/refusals/policy-assignments";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

const assignment = (name: string, change: Asked["change"]): Asked => ({
    method: "PUT",
    type: "authorization:PolicyAssignment",
    name: `policies-${name}`,
    change,
});

const named = (length: number): Asked => assignment("soc-2", { policyAssignmentName: "a".repeat(length) });

/** The Dutch initiative, with a list of locations. */
const dutch = (regions: readonly string[]): Asked =>
    assignment("soc-2", {
        policyDefinitionId:
            "/providers/Microsoft.Authorization/policySetDefinitions/6ce73208-883e-490f-a2ac-44aac3b3687f",
        parameters: { listOfAllowedLocations: { value: [...regions] } },
    });

const deployment = (change: Asked["change"]): Asked => ({
    method: "PUT",
    type: "resources:DeploymentAtSubscriptionScope",
    name: "defender-plans-template",
    change,
});

describeRefusals("policy assignments", POLICY_ASSIGNMENT_REFUSALS, {
    "policy-assignment-name": { refused: named(65), allowed: named(64), message: "at most 64 characters" },
    "policy-assignment-identity": {
        refused: assignment("hipaa", { identity: undefined }),
        allowed: assignment("soc-2", { identity: undefined }),
        message: "must include a resource identity",
    },
    "policy-assignment-location": {
        refused: assignment("hipaa", { location: undefined }),
        allowed: assignment("soc-2", { location: undefined }),
        message: "location property is required",
    },
    "policy-assignment-parameters": {
        refused: assignment("resource-locations", { parameters: { effect: { value: "Deny" } } }),
        allowed: assignment("iso-27001-2013", { parameters: {} }),
        message: "missing the parameter(s) 'listOfAllowedLocations'",
    },
    "policy-assignment-parameter-values": {
        refused: dutch(["westeurope", "polandcentral"]),
        allowed: dutch(["westeurope", "global"]),
        message: "The value 'polandcentral' is not allowed for policy parameter 'listOfAllowedLocations'",
    },
    "subscription-deployment-location": {
        refused: deployment({ location: undefined }),
        allowed: deployment({ location: "northeurope", deploymentName: "another" }),
        message: "must be specified",
    },
});
