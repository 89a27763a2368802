import { judgeCost } from "../../../cli/measures/password-cost";

describe("the cost of a password hash", () => {
    it.each([
        ["argon2id", "memory 64 MiB, 3 passes, 4 lanes"],
        ["argon2id", "m=19456, t=2, p=1"],
        ["argon2id", "19 MiB, 2 iterations"],
        ["argon2id", "64 MiB"],
        ["bcrypt", "cost 12"],
        ["bcrypt", "work factor 10"],
        ["scrypt", "N=131072, r=8, p=1"],
        ["scrypt", "N=2^15, r=8, p=3"],
        ["pbkdf2-sha256", "600,000 iterations"],
        ["pbkdf2-sha256", "SHA-256, 600 000 rounds"],
        ["pbkdf2-sha512", "210000 iterations"],
    ] as const)("%s with '%s' is enough", (algorithm, cost) => {
        expect(judgeCost({ algorithm, cost })).toBe("enough");
    });

    it.each([
        ["argon2id", "memory 8 MiB, 2 passes"],
        ["argon2id", "m=19456, t=1"],
        ["bcrypt", "cost 4"],
        ["scrypt", "N=16384, r=8, p=1"],
        ["scrypt", "N=131072, r=1, p=1"],
        ["pbkdf2-sha256", "210000 iterations"],
        ["pbkdf2-sha512", "1000 iterations"],
    ] as const)("%s with '%s' is weaker than OWASP's least", (algorithm, cost) => {
        expect(judgeCost({ algorithm, cost })).toBe("weak");
    });

    it.each(["argon2id", "bcrypt", "scrypt", "pbkdf2-sha256", "pbkdf2-sha512"] as const)(
        "of %s is unclear from words without a number",
        (algorithm) => {
            expect(judgeCost({ algorithm, cost: "none" })).toBe("unclear");
        },
    );
});
