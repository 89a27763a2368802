import type { Finding } from "../../policies/model";

/** True for what stops a deployment, under the engine as well: not what is to be checked after it. */
export const stopsDeployment = ({ level, verdict }: Finding): boolean =>
    level === "mandatory" && verdict === "violated";
