import type { GivenConfig } from "../../policies/config";
import { evaluate } from "../../policies/evaluate";
import type { Finding } from "../../policies/model";
import type { EnvironmentPlan } from "../plan/plan";

/**
 * What the policy pack finds in a plan. It judges what is secret as well, as it does under the engine; its messages do not show it.
 */
export function findingsOf({ asked }: EnvironmentPlan, config: GivenConfig): readonly Finding[] {
    const secrets = new Map(asked.map((resource) => [resource.urn, resource.secrets]));
    return evaluate(asked, config).map((finding) => ({
        ...finding,
        message: (secrets.get(finding.urn) ?? []).reduce(hide, finding.message),
    }));
}

const hide = (message: string, secret: string): string => message.replaceAll(secret, "[secret]");
