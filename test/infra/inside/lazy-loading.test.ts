const loaded: string[] = [];
jest.mock("tedious", () => {
    loaded.push("tedious");
    return jest.requireActual("tedious");
});
jest.mock("@azure/identity", () => {
    loaded.push("@azure/identity");
    return jest.requireActual("@azure/identity");
});

describe("what speaks to databases", () => {
    it.each(["firewall-rule", "user", "guard", "copy"])(
        "is loaded when something is to be done in one, and not with the provider of a %s",
        async (name) => {
            const { provider } = require(`../../../infra/inside/database-${name}-provider`);
            expect(provider).toHaveProperty("create");
            expect(loaded).toEqual([]);
        },
    );
});
