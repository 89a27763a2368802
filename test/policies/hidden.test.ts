import { evaluate } from "../../policies/evaluate";
import { compliant } from "./compliant-stack";
import { TODAY } from "./example-stack";

/** The message about a server's TLS, where some resource lists a text as its secret. */
const message = (minimalTlsVersion: string, name: string, secret: string) => {
    const { resources } = compliant()
        .set("server", "minimalTlsVersion", minimalTlsVersion)
        .change(name, (resource) => ({ ...resource, secrets: [secret] }));
    const found = evaluate(resources, { today: TODAY }).filter(({ rule }) => rule === "sql-server-min-tls-12");
    return found.map((finding) => finding.message).join();
};

describe("what is secret", () => {
    it("stands in no message about the resource that keeps it, however short it is", () => {
        expect(message("1.0", "server", "1.0")).toBe("minimalTlsVersion is '[secret]'");
    });

    it("stands in no message about another resource either, unless it is so short that it stands there by chance", () => {
        expect(message("hunter-2", "vault", "hunter-2")).toBe("minimalTlsVersion is '[secret]'");
        expect(message("hunter", "vault", "hunter")).toBe("minimalTlsVersion is 'hunter'");
    });

    it("hides no message where it is empty", () => {
        expect(message("1.0", "server", "")).toBe("minimalTlsVersion is '1.0'");
    });

    it("is found in a message about another resource also where that is cut off, or shows it as JSON does", () => {
        const long = `start-of-it-${"x".repeat(200)}`;
        expect(message(long, "vault", long)).toBe("minimalTlsVersion is '[secret]…");
        const quoted = 'say "hidden" twice';
        const { resources } = compliant()
            .set("server", "minimalTlsVersion", [quoted])
            .change("vault", (resource) => ({ ...resource, secrets: ["another one", quoted] }));
        const found = evaluate(resources, { today: TODAY }).filter(({ rule }) => rule === "sql-server-min-tls-12");
        expect(found.map((finding) => finding.message)).toEqual(['minimalTlsVersion is ["[secret]"]']);
    });
});
