import { OfflineMonitor } from "../../../cli/offline/monitor";
import { DynamicResource } from "../../../infra/dynamic/dynamic-resource";
import { planned } from "../../planned";

const made = () => planned(() => new DynamicResource("Proof", "infra/proof-provider", "proof", { colour: "blue" }));

describe("a dynamic resource", () => {
    it("has the type that the engine gives to its provider of dynamic resources", async () => {
        expect((await made()).one("pulumi-nodejs:dynamic/figlo:Proof").inputs).toEqual({ colour: "blue" });
    });

    it("keeps one line in the state, which names its module: the same in every checkout and every release", async () => {
        const register = jest.spyOn(OfflineMonitor.prototype, "registerResource");
        await made();
        const props = register.mock.calls.at(-1)?.[0].getObject()?.toJavaScript();
        register.mockRestore();
        expect(props).toHaveProperty(
            "__provider",
            'exports.handler = () => require("../infra/dynamic/load-provider.js").loadProvider("infra/proof-provider");',
        );
    });
});
