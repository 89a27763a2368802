import { sessions } from "../../../../cli/measures/facts/sessions";
import type { PlanObject, PlanResource } from "../../../../cli/plan/plan";
import { previewed, street, TODAY } from "../../../street";

let resources: readonly PlanResource[];

beforeAll(async () => {
    ({ resources } = await previewed("productie"));
});

/** The facts of productie, with the inputs of one resource changed. */
function facts(name?: string, change: (inputs: PlanObject) => PlanObject = (inputs) => inputs): readonly string[] {
    const changed = resources.map((resource) =>
        resource.name === name ? { ...resource, inputs: change(resource.inputs) } : resource,
    );
    return sessions.of({ loaded: street().productie, resources: changed, basis: "plan", today: TODAY });
}

const SESSION = "a session lasts 8 hours and is not renewed after its end; tokens are kept by the platform";
const SIGN_IN = "primary-front-end-authentication";

describe("the facts of measure 6", () => {
    it("tell of each site what is open, who gets in, and for how long", () => {
        const frontEnd = `closed but for /health; visitors sign in at figloproductie.ciamlogin.com; ${SESSION}`;
        const backEnd = `closed but for /health; takes tokens of figloproductie.ciamlogin.com for its own registration, brought by 5fc18389-f2e1-5d0f-9b5b-da61019f3d0a; ${SESSION}`;
        expect(facts().slice(0, 4)).toEqual([
            `primary-back-end-site in westeurope: ${backEnd}`,
            `primary-front-end-site in westeurope: ${frontEnd}`,
            `secondary-back-end-site in northeurope: ${backEnd}`,
            `secondary-front-end-site in northeurope: ${frontEnd}`,
        ]);
    });

    it("count the stores behind the sites that nothing else opens", () => {
        expect(facts().slice(4)).toEqual([
            "of 3 storage accounts 3 are reached by private endpoint only, 3 take no shared keys and 3 show no public blobs",
            "of 2 SQL servers 2 take no passwords",
        ]);
    });

    it("count a store with a key or a public side as what it is", () => {
        const open = { allowSharedKeyAccess: true, publicNetworkAccess: "Enabled" };
        expect(facts("documents-account", (inputs) => ({ ...inputs, ...open }))).toContain(
            "of 3 storage accounts 2 are reached by private endpoint only, 2 take no shared keys and 3 show no public blobs",
        );
    });

    it.each<PlanObject>([
        { globalValidation: { requireAuthentication: false } },
        { platform: { enabled: false } },
        { platform: {} },
    ])("do not call a site closed that lets visitors in without a session: %j", (change) => {
        const anonymous = facts(SIGN_IN, (inputs) => ({ ...inputs, ...change }));
        expect(anonymous).toContain("primary-front-end-site in westeurope asks for no session");
    });

    it("do not take tokens for anything for those of the back-end itself", () => {
        const anything = facts("primary-back-end-authentication", ({ identityProviders, ...inputs }) => {
            const providers = identityProviders as PlanObject;
            const entra = providers.azureActiveDirectory as PlanObject;
            const unchecked = { ...entra, validation: {} };
            return { ...inputs, identityProviders: { ...providers, azureActiveDirectory: unchecked } };
        });
        expect(anything[0]).toContain("for any registration, brought by any application");
    });

    it("say of a site without any settings that it asks for no session", () => {
        const rest = resources.filter(({ name }) => name !== SIGN_IN);
        const told = sessions.of({ loaded: street().productie, resources: rest, basis: "plan", today: TODAY });
        expect(told).toContain("primary-front-end-site in westeurope asks for no session");
    });

    it("tell for how long an ended session can be renewed", () => {
        const renewed = facts(SIGN_IN, ({ login, ...inputs }) => ({
            ...inputs,
            login: { ...(login as PlanObject), tokenStore: { enabled: false, tokenRefreshExtensionHours: 3 } },
        }));
        expect(renewed[1]).toMatch(
            /; a session lasts 8 hours and is renewed until 3 hours after its end; tokens are not kept$/,
        );
    });
});
