import { haveSameNames, inOrderOf, namesBeside } from "../../../../infra/inside/guard/same-names";

describe("names inside a database", () => {
    it("are strangers when nobody declared them, whatever their case", () => {
        expect(namesBeside(["App", "mallory", "Mallory2"], ["app"])).toEqual(["mallory", "Mallory2"]);
    });

    it.each([
        [["a", "b"], ["B", "A"], true],
        [["a"], ["a", "b"], false],
        [["a", "b"], ["a"], false],
        [[], [], true],
    ])("are the same in another order and case: %j, %j", (one, other, same) => {
        expect(haveSameNames(one, other)).toBe(same);
    });

    it("are told in the order and spelling in which they are declared, strangers last", () => {
        expect(inOrderOf(["z-app", "a-reader", "gone"], ["A-READER", "mallory", "z-app"])).toEqual([
            "z-app",
            "a-reader",
            "mallory",
        ]);
    });
});
