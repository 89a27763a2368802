import type { Subscription } from "../../../infra/assurance/subscription";
import { naming } from "../examples";

/** A valid subscription to start from; a test changes one thing. */
export const subscription = (changes: Partial<Subscription> = {}): Subscription => ({
    subscriptionId: "55555555-5555-5555-5555-555555555555",
    region: "westeurope",
    naming,
    tags: { environment: "proef", owner: "platform-team" },
    ...changes,
});
