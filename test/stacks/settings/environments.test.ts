import { ENVIRONMENTS, environmentOf, predecessorOf } from "../../../stacks/settings/environments";

describe("environments", () => {
    it("stand in the order of the street", () => {
        expect(ENVIRONMENTS).toEqual(["ontwikkeling", "test", "acceptatie", "productie"]);
        expect(ENVIRONMENTS.map(predecessorOf)).toEqual([undefined, "ontwikkeling", "test", "acceptatie"]);
    });

    it("are found by the name of their stack", () => {
        expect(environmentOf("acceptatie")).toBe("acceptatie");
    });

    it("are found by the name of a further shard's stack", () => {
        expect(environmentOf("productie-klanten-02")).toBe("productie");
    });

    it.each(["prod", "productie-klanten-2", "dev-klanten-01", "", "constructor", "Productie"])(
        "refuse '%s' and name the four that exist",
        (name) => {
            expect(() => environmentOf(name)).toThrow("There are ontwikkeling, test, acceptatie, productie");
        },
    );

    it("suggest the one that was meant", () => {
        expect(() => environmentOf("prodcutie")).toThrow(
            "'prodcutie' is not an environment; did you mean 'productie'?",
        );
    });
});
