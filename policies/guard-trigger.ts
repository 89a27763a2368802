import { text } from "./show";

/**
 * Whether a guard's `trigger` is the trigger's name and the digest of its text. After a refresh words stand there instead where it is missing,
 * switched off or of another text.
 */
export const isTriggerInForce = (trigger: unknown): boolean => /^\w+ [0-9a-f]{12}$/.test(text(trigger));
