import type { ResourceInput } from "../../../policies/model";
import { otherSafeValues } from "../mutation/changes";
import { replaced, shown, withInput } from "../mutation/mutants";
import { declaredOf } from "../mutation/oracle";
import { placesOf } from "../mutation/places";
import { PlannedEnvironment } from "../mutation/planned-environment";

describe("the plan of productie, with other values that are as safe", () => {
    let planned: PlannedEnvironment;
    const news = (resources: readonly ResourceInput[]): readonly string[] =>
        [...planned.judge.newFindings(resources)].map(
            ({ rule, urn, message }) => `${rule}: ${urn.split("::").pop()} ${message}`,
        );

    beforeAll(async () => {
        planned = await PlannedEnvironment.of("productie");
    });

    it("finds nothing new where an input has another value that is declared safe", () => {
        const places = placesOf(planned.reads, planned.resources).filter(
            // A right of a group whose id is not known yet may be one that no file declares: rightly undecided.
            ({ what, at }) => what === "input" && at !== "principalType",
        );
        const strange = places.flatMap((place) =>
            otherSafeValues(place, declaredOf(place.type, place.at, "productie")).flatMap((value) =>
                news(replaced(planned.resources, withInput(place.resource, place.path, value))).map(
                    (found) => `${place.type} ${place.at} = ${shown(value)}: ${found}`,
                ),
            ),
        );
        expect(strange).toEqual([]);
    });

    it("finds nothing new where regions are written as Azure's portal writes them", () => {
        const spelled = planned.resources.map((resource) => {
            const { location } = resource.inputs;
            const words: Readonly<Record<string, string>> = { westeurope: "West Europe", northeurope: "North Europe" };
            return typeof location === "string" && words[location]
                ? { ...resource, inputs: { ...resource.inputs, location: words[location] } }
                : resource;
        });
        expect(spelled.filter((each, index) => each !== planned.resources[index]).length).toBeGreaterThan(90);
        expect(news(spelled)).toEqual([]);
    });

    it("finds nothing new where every type names a version of its API", () => {
        const versioned = planned.resources.map((resource) => ({
            ...resource,
            type: resource.type.replace(/^azure-native:(\w+):/, "azure-native:$1/v20240501:"),
        }));
        expect(news(versioned)).toEqual([]);
    });
});
