import { chooseEnvironment, chooseEnvironments } from "../../../cli/preview/choose-environments";

describe("chooseEnvironments", () => {
    it("takes all four in OTAP order when none is named", () => {
        expect(chooseEnvironments([])).toEqual(["ontwikkeling", "test", "acceptatie", "productie"]);
    });

    it("keeps OTAP order and takes a name once, however it is typed", () => {
        expect(chooseEnvironments(["productie", "test", "productie"])).toEqual(["test", "productie"]);
    });

    it("names every unknown one and the four that exist", () => {
        expect(() => chooseEnvironments(["prod", "test", "acc"])).toThrow(
            "'prod', 'acc': no such environment; choose from ontwikkeling, test, acceptatie, productie",
        );
    });

    it("does not take a name from an object's prototype for an environment", () => {
        expect(() => chooseEnvironment("constructor")).toThrow("'constructor': no such environment");
    });
});
