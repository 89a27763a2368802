import type { Given } from "../check/given";
import { AFTER_DEPLOYMENT } from "./findings";

/** What a state does not decide is a secret, or was never told. */
const BY_SECRETS = "Perhaps a secret decides: pulumi stack export --show-secrets | npx otap check -";

/** What decides the findings that an input leaves undecided. */
export const decidedBy = (kind: Given["kind"]): string => (kind === "export" ? BY_SECRETS : AFTER_DEPLOYMENT);
