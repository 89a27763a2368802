import type { Levels } from "./rule";

/** Holds everywhere. */
export const ALWAYS: Levels = {
    ontwikkeling: "mandatory",
    test: "mandatory",
    acceptatie: "mandatory",
    productie: "mandatory",
};

/** Stops a deployment from acceptatie on; shown before. */
export const FROM_ACCEPTATIE: Levels = {
    ontwikkeling: "advisory",
    test: "advisory",
    acceptatie: "mandatory",
    productie: "mandatory",
};

/** Speaks of acceptatie and productie only: what comes before may be thrown away. */
export const ONLY_FROM_ACCEPTATIE: Levels = { ...FROM_ACCEPTATIE, ontwikkeling: "off", test: "off" };

/** Speaks of what customers use; acceptatie is told where it differs. */
export const ONLY_PRODUCTIE: Levels = { ...ONLY_FROM_ACCEPTATIE, acceptatie: "advisory" };

/** Speaks of productie alone. */
export const PRODUCTIE_ALONE: Levels = { ...ONLY_PRODUCTIE, acceptatie: "off" };

/** Is shown everywhere: what passes with a date stops a promotion, not a preview. */
export const EVERYWHERE_ADVICE: Levels = {
    ontwikkeling: "advisory",
    test: "advisory",
    acceptatie: "advisory",
    productie: "advisory",
};

/** Is shown in productie alone. */
export const ONLY_PRODUCTIE_ADVICE: Levels = {
    ontwikkeling: "off",
    test: "off",
    acceptatie: "off",
    productie: "advisory",
};
