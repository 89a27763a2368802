import { REQUIRED_REFUSALS } from "../../../../sandbox/azure/refusals/required";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

const encryption = (state: string | undefined): Asked => ({
    method: "PUT",
    type: "sql:TransparentDataEncryption",
    change: { state },
});

describeRefusals("what a body must have", REQUIRED_REFUSALS, {
    "required-property-missing": {
        refused: encryption(undefined),
        allowed: encryption("Enabled"),
        message: "must have 'properties.state'",
    },
});
