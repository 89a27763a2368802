import { VALUE_REFUSALS } from "../../../../sandbox/azure/refusals/values";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

const server = (change: Asked["change"]): Asked => ({ method: "PUT", type: "sql:Server", change });

describeRefusals("values", VALUE_REFUSALS, {
    "value-of-another-type": {
        refused: server({ version: true }),
        allowed: server({ version: "12.0" }),
        message: "'properties.version' must be string, got boolean",
    },
    "value-not-allowed": {
        refused: server({ minimalTlsVersion: "9.9" }),
        allowed: server({ minimalTlsVersion: "1.3" }),
        message: "'properties.minimalTlsVersion' is '9.9', allowed are None, 1.0, 1.1, 1.2, 1.3",
    },
});
