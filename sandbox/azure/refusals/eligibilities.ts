import type { Refusal } from "../refusal";
import { badRequest } from "./answers";
import { textAt } from "./body";
import { isGuid } from "./ids";
import { sameGrant } from "./same-grant";

const types = ["Microsoft.Authorization/roleEligibilityScheduleRequests"];
const methods = ["PUT"] as const;

const EXPIRATION = "properties.scheduleInfo.expiration";

/** Rights that must be asked for (Privileged Identity Management). */
export const ELIGIBILITY_REFUSALS: readonly Refusal[] = [
    {
        id: "eligibility-principal-id",
        title: "Who may ask for a role is named by an object id.",
        source: "documentation of authorization.PimRoleEligibilitySchedule; code and message [U]",
        types,
        methods,
        judge: ({ arm }) => {
            const principal = textAt(arm.body, "properties.principalId") ?? "";
            return isGuid(principal)
                ? undefined
                : badRequest("InvalidPrincipalId", `The Principal ID '${principal}' is not valid.`);
        },
    },
    {
        id: "eligibility-expiration",
        title: "What can be asked for ends one day, as Azure's own policy for every role wants.",
        source: "hashicorp/terraform-provider-azurerm#22766",
        types,
        methods,
        judge: ({ arm }) => {
            const type = textAt(arm.body, `${EXPIRATION}.type`);
            const end = type === "AfterDateTime" ? "endDateTime" : "duration";
            return type !== undefined && type !== "NoExpiration" && textAt(arm.body, `${EXPIRATION}.${end}`)
                ? undefined
                : badRequest(
                      "RoleAssignmentRequestPolicyValidationFailed",
                      'The following policy rules failed: ["ExpirationRule"]',
                  );
        },
    },
    {
        id: "eligibility-exists",
        title: "There is one eligibility for a principal, a role and a scope.",
        source: "documentation of authorization.PimRoleEligibilitySchedule; status, code and message [U]",
        types,
        methods,
        judge: (change, cloud) =>
            sameGrant(change, cloud) && badRequest("RoleAssignmentExists", "The Role assignment already exists."),
    },
];
