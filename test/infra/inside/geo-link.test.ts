import { copyHost, type SideOfLink } from "../../../infra/inside/geo-link";

const side = (host: string, role?: SideOfLink["role"]): SideOfLink => ({ host, exists: true, role });

describe("the server that holds the copy", () => {
    it.each<[SideOfLink["role"], SideOfLink["role"], string | undefined]>([
        ["primary", "secondary", "b"],
        ["secondary", "primary", "a"],
        ["primary", undefined, "b"],
        [undefined, "primary", "a"],
        ["secondary", undefined, "a"],
        [undefined, "secondary", "b"],
        [undefined, undefined, undefined],
        ["primary", "primary", undefined],
        ["secondary", "secondary", undefined],
    ])("with '%s' on a and '%s' on b is %s", (one, other, host) => {
        expect(copyHost([side("a", one), side("b", other)])).toBe(host);
    });
});
