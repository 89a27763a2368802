import { isGiven } from "../marks";
import { resourceRule } from "../rule";
import { found, text } from "../show";

/** GitHub's issuer; an enterprise may have one of its own below it. Other issuers do not say for which environment a job runs. */
const ISSUER = /^https:\/\/token\.actions\.githubusercontent\.com(\/[\w-]+)?\/?$/;

/** A repository's job that runs in an environment, which is where its approvals are: not a branch or a pull request. */
const SUBJECT = /^repo:[^:*\s/]+\/[^:*\s/]+(?::[^:*\s]+)*?:environment:([^:*\s]+)(?::[^:*\s]+)*$/;

/** Who may take the identity of a pipeline: the jobs of the one environment that it deploys. */
export const otapDeployerFederated = resourceRule(
    ["azure-native:managedidentity:FederatedIdentityCredential"],
    (credential, report, { config }) => {
        const { issuer, subject, claimsMatchingExpression } = credential.props;
        if (!ISSUER.test(text(issuer))) {
            report(found("issuer", issuer));
        }
        const [, environment] = SUBJECT.exec(text(subject)) ?? [];
        if (environment !== config.environment) {
            report(`${found("subject", subject)}, not a repository's ':environment:${config.environment}'`);
        }
        if (isGiven(claimsMatchingExpression)) {
            report("claimsMatchingExpression is set, which lets in more subjects than one");
        }
    },
);
