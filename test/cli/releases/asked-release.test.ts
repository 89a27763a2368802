import { askedRelease, type PromotionOptions } from "../../../cli/releases/asked-release";
import { WrongUse } from "../../../cli/wrong-use";
import type { Environment } from "../../../stacks/settings/environments";
import { digestOf } from "./street-copy";

const WORDS = { reason: "A leak is mended.", requester: "Team web", until: "2026-12-01" };

function mistakesIn(environment: Environment, options: PromotionOptions): readonly string[] {
    try {
        askedRelease(environment, options);
        return [];
    } catch (error) {
        expect(error).toBeInstanceOf(WrongUse);
        const [first, ...mistakes] = (error as Error).message.split("\n  - ");
        expect(first).toBe(`otap promote ${environment} cannot be done as it was asked; nothing was written:`);
        return mistakes;
    }
}

describe("the options of otap promote", () => {
    it("are what the settings are to say", () => {
        expect(askedRelease("test", { approver: "Lead of testing" })).toEqual({ approver: "Lead of testing" });
        const built = { version: "3.9.0", digest: digestOf("a"), commit: "d".repeat(40) };
        expect(askedRelease("ontwikkeling", built)).toEqual(built);
        const broken = { ...WORDS, approver: "Security officer" };
        expect(askedRelease("productie", { rollback: true, breakGlass: true, ...broken })).toEqual({
            approver: "Security officer",
            rollback: { reason: WORDS.reason },
            breakGlass: broken,
        });
    });

    it("are judged all at once", () => {
        expect(mistakesIn("productie", { breakGlass: true, commit: "main" })).toEqual([
            "--commit: expected the 40 hexadecimal digits of a commit, in lower case, got 'main'",
            "--reason: is missing; expected a sentence of 10 to 500 characters",
            "--requester: is missing; expected a name of 2 to 80 letters, digits, spaces and & ' . , ( ) / -",
            "--approver: is missing; expected a name of 2 to 80 letters, digits, spaces and & ' . , ( ) / -",
            "--until: is missing; expected a date that exists, written YYYY-MM-DD in quotes",
        ]);
    });

    const built = "nothing comes before ontwikkeling, so say what was built: --version and --digest";

    it.each<[Environment, PromotionOptions, string]>([
        ["ontwikkeling", {}, built],
        ["ontwikkeling", { version: "3.9.0" }, built],
        ["ontwikkeling", { rollback: true }, "--reason: is missing; expected a sentence of 10 to 500 characters"],
        ["test", { version: "3.9.0" }, "--version: the release comes from ontwikkeling, so leave that out"],
        [
            "acceptatie",
            { version: "3.9.0", digest: digestOf("a"), from: "x" },
            "--version, --digest, --from: the release comes from test, so leave that out",
        ],
        ["test", { sandbox: true }, "--sandbox: the release comes from ontwikkeling, so leave that out"],
        ["test", { reason: WORDS.reason }, "--reason: belongs to --rollback or --break-glass"],
        ["test", { requester: "me" }, "--requester: belongs to --break-glass"],
        ["test", { rollback: true, ...WORDS }, "--until: belongs to --break-glass"],
        [
            "test",
            { rollback: true, reason: WORDS.reason, digest: digestOf("a") },
            "--version: is missing; --digest alone names no release",
        ],
        [
            "test",
            { rollback: true, reason: WORDS.reason, version: "3.7.0", digest: digestOf("a"), from: "x" },
            "--from: the digest is given, so leave it out",
        ],
        [
            "ontwikkeling",
            { version: "3.9", digest: digestOf("a") },
            "--version: expected a semantic version such as 3.8.0 or 3.8.0-rc.1, got '3.9'",
        ],
        [
            "ontwikkeling",
            { version: "3.9.0", digest: "x" },
            "--digest: expected 'sha256:' and 64 hexadecimal digits in lower case, got 'x'",
        ],
        [
            "ontwikkeling",
            { breakGlass: true, ...WORDS, approver: "A B" },
            "--break-glass: nothing comes before ontwikkeling, so there is no step to skip",
        ],
    ])("refuse %s %j", (environment, options, said) => {
        expect(mistakesIn(environment, options)).toContain(said);
    });

    it("refuse an approver who is the requester, and text that is no name", () => {
        const [said] = mistakesIn("test", { breakGlass: true, ...WORDS, approver: "team WEB" });
        expect(said).toContain("--approver: ");
        expect(said).toContain("is also the requester; somebody else approves");
        expect(mistakesIn("test", { approver: "a\u001b[31mb" })).toEqual([
            "--approver: expected a name of 2 to 80 letters, digits, spaces and & ' . , ( ) / -, got 'a?[31mb'",
        ]);
    });
});
