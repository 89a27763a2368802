import { appended, brokenLinks, type History, type NewEntry } from "../../../stacks/promotion/release-history";

const entry = (version: string, more: Partial<NewEntry> = {}): NewEntry => ({
    environment: "test",
    version,
    digest: `sha256:${"a".repeat(64)}`,
    deployed: "2026-11-23",
    where: "azure",
    ...more,
});

const chain = (): History => ["3.8.0", "3.8.1", "3.9.0"].reduce<History>((all, each) => appended(all, entry(each)), []);

describe("a history of releases", () => {
    it("numbers its entries, and each names the one before", () => {
        const [first, second, third] = chain();
        expect(first).toMatchObject({
            number: 1,
            version: "3.8.0",
            sha256: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        });
        expect(first).not.toHaveProperty("previous");
        expect(second).toMatchObject({ number: 2, previous: first?.sha256 });
        expect(third).toMatchObject({ number: 3, previous: second?.sha256 });
    });

    it("verifies, also from a state that has put its keys in another order", () => {
        const reordered = chain().map((each) => Object.fromEntries(Object.entries(each).reverse()));
        expect(brokenLinks(reordered as unknown as History)).toEqual([]);
    });

    it.each<[string, Partial<NewEntry>]>([
        ["version", { version: "3.8.2" }],
        ["digest", { digest: `sha256:${"b".repeat(64)}` }],
        ["approver", { approver: "nobody" }],
        ["day", { deployed: "2026-01-01" }],
        ["place", { where: "sandbox" }],
    ])("does not verify with another %s, of the last entry either", (_, change) => {
        for (const index of [0, 1, 2]) {
            const changed = chain().map((each, at) => (at === index ? { ...each, ...change } : each));
            expect(brokenLinks(changed)).toEqual([
                expect.stringMatching(new RegExp(`^record ${index + 1} .* is not what was written`)),
            ]);
        }
    });

    it("does not verify with an entry written anew: the next names the one that was there", () => {
        const [first, second, third] = chain() as [History[0], History[0], History[0]];
        const [, forged] = appended([first], entry("3.8.1", { approver: "nobody" })) as [History[0], History[0]];
        expect(brokenLinks([first, forged, third])).toEqual(["record 3 (3.9.0) does not follow the one before it"]);
        expect(brokenLinks([first, third])).toEqual(["record 2 (3.9.0) does not follow the one before it"]);
        expect(brokenLinks([second, third])).toContain("record 1 (3.8.1) does not follow the one before it");
    });
});
