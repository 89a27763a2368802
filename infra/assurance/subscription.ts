import type { Place } from "../place";

/** A subscription, for what it has once. The region is where Azure keeps what it needs a place for. */
export type Subscription = Pick<Place, "subscriptionId" | "region" | "allowEea" | "naming" | "tags">;
