import fc from "fast-check";
import { inParallel, inSeries, NOTHING_PROMISED, type Promised, promised } from "../../../cli/availability/promised";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const promise: fc.Arbitrary<Promised> = fc
    .tuple(share, share)
    .map(([one, other]) => ({ least: Math.min(one, other), most: Math.max(one, other) }));
const promises = fc.array(promise, { maxLength: 6 });
const some = fc.array(promise, { minLength: 1, maxLength: 6 });

/** What sums of doubles are off by. */
const NOISE = 1e-12;

describe.each([
    ["in series", inSeries],
    ["in parallel", inParallel],
])("parts %s", (_, join) => {
    it("promise between never and always, and no more at least than at most", () => {
        fc.assert(
            fc.property(promises, (parts) => {
                const { least, most } = join(parts);
                return least >= 0 && most <= 1 && least <= most + NOISE;
            }),
        );
    });

    it("promise the same in any order", () => {
        fc.assert(
            fc.property(promises, (parts) => {
                const [one, other] = [join(parts), join([...parts].reverse())];
                return Math.abs(one.least - other.least) < NOISE && Math.abs(one.most - other.most) < NOISE;
            }),
        );
    });

    it("promise the same however they are grouped", () => {
        fc.assert(
            fc.property(promises, promises, (parts, others) => {
                const [flat, grouped] = [join([...parts, ...others]), join([join(parts), join(others)])];
                return Math.abs(flat.least - grouped.least) < NOISE && Math.abs(flat.most - grouped.most) < NOISE;
            }),
        );
    });

    it("promise no less when a part promises more", () => {
        fc.assert(
            fc.property(promises, promise, share, (parts, part, more) => {
                const better = { ...part, least: Math.max(part.least, Math.min(more, part.most)) };
                return join([...parts, better]).least >= join([...parts, part]).least - NOISE;
            }),
        );
    });
});

describe("parts in series", () => {
    it("promise no more than the weakest", () => {
        fc.assert(
            fc.property(some, (parts) => inSeries(parts).most <= Math.min(...parts.map(({ most }) => most)) + NOISE),
        );
    });

    it("promise at least what is left when their failures never fall together", () => {
        fc.assert(
            fc.property(promises, (parts) => {
                const failing = parts.reduce((sum, { least }) => sum + 1 - least, 0);
                return inSeries(parts).least >= 1 - failing - 1e-9;
            }),
        );
    });

    it("leave open how little they promise where one promises nothing, and are limited by the others", () => {
        fc.assert(
            fc.property(share, (level) => {
                expect(inSeries([promised(level), NOTHING_PROMISED])).toEqual({ least: 0, most: level });
            }),
        );
    });

    it("multiply: Microsoft's own example of an application and its database", () => {
        expect(inSeries([promised(0.9995), promised(0.9999)]).least).toBeCloseTo(0.99940005, 10);
    });

    it("without any of them always work", () => {
        expect(inSeries([])).toEqual({ least: 1, most: 1 });
    });
});

describe("parts in parallel", () => {
    it("promise no less than the strongest", () => {
        fc.assert(
            fc.property(
                some,
                (parts) => inParallel(parts).least >= Math.max(...parts.map(({ least }) => least)) - NOISE,
            ),
        );
    });

    it("promise what one of them does, where the other promises nothing", () => {
        fc.assert(
            fc.property(share, (level) => {
                const { least, most } = inParallel([promised(level), NOTHING_PROMISED]);
                return Math.abs(least - level) < NOISE && most === 1;
            }),
        );
    });

    it("fail when all do: Microsoft's own example of two regions", () => {
        expect(inParallel([promised(0.9995), promised(0.9995)]).least).toBeCloseTo(0.99999975, 12);
    });

    it("without any of them never work", () => {
        expect(inParallel([])).toEqual({ least: 0, most: 0 });
    });
});
