import { ELIGIBILITY_REFUSALS } from "../../../../sandbox/azure/refusals/eligibilities";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

const GROUP = "b7d5e1a2-9c34-4f68-a0d1-5e2c8b7f6a43";

const eligible = (change: Asked["change"]): Asked => ({
    method: "PUT",
    type: "authorization:PimRoleEligibilitySchedule",
    name: "people-figlo-advisor-support-support-logs-log-analytics-reader-primary",
    change,
});

const until = (expiration: unknown): Asked => eligible({ principalId: GROUP, scheduleInfo: { expiration } });

describeRefusals(
    "rights that must be asked for",
    ELIGIBILITY_REFUSALS,
    {
        "eligibility-principal-id": {
            refused: eligible({ principalId: "figlo-advisor-support" }),
            allowed: eligible({ principalId: GROUP }),
            message: "'figlo-advisor-support' is not valid",
        },
        "eligibility-expiration": {
            refused: until({ type: "NoExpiration" }),
            allowed: until({ type: "AfterDuration", duration: "P90D" }),
            message: "ExpirationRule",
        },
        "eligibility-exists": {
            refused: eligible({ justification: "Once more." }),
            allowed: eligible({ principalId: GROUP, justification: "Once more." }),
            message: "already exists",
        },
    },
    "productie",
);
