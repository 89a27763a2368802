/**
 * What Microsoft's published levels promise of something: the share of the time that it works, from 0 to 1. Between `least` and `most`
 * lies what nobody has published; both are equal where every part has a level.
 */
export interface Promised {
    readonly least: number;
    readonly most: number;
}

/** A part with a published level. */
export const promised = (level: number): Promised => ({ least: level, most: level });

/** A part of which nothing is promised: it may never work, or always. */
export const NOTHING_PROMISED: Promised = { least: 0, most: 1 };

/** All parts must work, and fail independently of each other: the product. Without parts there is nothing that could fail. */
export const inSeries = (parts: readonly Promised[]): Promised => ({
    least: product(parts.map(({ least }) => least)),
    most: product(parts.map(({ most }) => most)),
});

/** One part is enough, and what fails is replaced by itself: all must fail at once. Without parts nothing works. */
export const inParallel = (parts: readonly Promised[]): Promised => ({
    least: 1 - product(parts.map(({ least }) => 1 - least)),
    most: 1 - product(parts.map(({ most }) => 1 - most)),
});

const product = (factors: readonly number[]): number => factors.reduce((result, factor) => result * factor, 1);
