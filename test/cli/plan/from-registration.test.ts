import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { planObject } from "../../../cli/plan/from-registration";
import { planned } from "../../planned";

const inputsOf = async (tags: (unknown: pulumi.Output<string>) => Record<string, pulumi.Input<string>>) => {
    const plan = await planned(() => {
        const { result } = new random.RandomString("suffix", { length: 5 });
        new resources.ResourceGroup("group", { location: "westeurope", tags: tags(result) });
    });
    return plan.one("resources:ResourceGroup").inputs;
};

describe("planResource", () => {
    it("marks what is unknown before deployment", async () => {
        expect((await inputsOf((unknown) => ({ a: unknown }))).tags).toEqual({ a: { $unknown: true } });
    });

    it("marks a secret and never shows its value", async () => {
        const inputs = await inputsOf(() => ({ a: pulumi.secret("hidden") }));
        expect(inputs.tags).toEqual({ a: { $secret: true } });
        expect(JSON.stringify(inputs)).not.toContain("hidden");
    });

    it("gives both marks to a secret that holds something unknown", () => {
        const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
        const secret = {
            "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
            value: { a: unknown },
        };
        expect(planObject({ password: secret })).toEqual({ password: { $secret: true, $unknown: true } });
    });

    it("sorts keys, at every depth", async () => {
        const inputs = await inputsOf(() => ({ b: "2", a: "1" }));
        expect(Object.keys(inputs)).toEqual(["location", "tags"]);
        expect(Object.keys(inputs.tags as object)).toEqual(["a", "b"]);
    });
});
