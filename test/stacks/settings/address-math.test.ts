import { type Block, between, toCidrs } from "../../../stacks/settings/address-math";

const cidrs = (start: string, end: string) => toCidrs(between(start, end) as Block);

describe("toCidrs", () => {
    it.each([
        ["one address", "192.0.2.7", "192.0.2.7", ["192.0.2.7/32"]],
        ["a block as it is", "192.0.2.0", "192.0.2.255", ["192.0.2.0/24"]],
        [
            "what begins in the middle of a block",
            "192.0.2.33",
            "192.0.2.36",
            ["192.0.2.33/32", "192.0.2.34/31", "192.0.2.36/32"],
        ],
        ["the last addresses of all", "255.255.255.254", "255.255.255.255", ["255.255.255.254/31"]],
        ["addresses of IPv6", "2001:db8::fe", "2001:db8::101", ["2001:db8::fe/127", "2001:db8::100/127"]],
    ])("writes %s in the fewest blocks", (_what, start, end, blocks) => {
        expect(cidrs(start, end)).toEqual(blocks);
    });

    it("writes every address as one block", () => {
        expect(cidrs("0.0.0.0", "255.255.255.255")).toEqual(["0.0.0.0/0"]);
    });
});
