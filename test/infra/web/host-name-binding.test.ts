import { requireHostName, verifiedName } from "../../../infra/web/host-name-binding";

describe("verifiedName", () => {
    it("binds a CNAME to the site itself, since TLS ends there and not in Traffic Manager", () => {
        expect(verifiedName).toEqual({
            hostNameType: "Verified",
            customHostNameDnsRecordType: "CName",
            azureResourceType: "Website",
        });
    });
});

describe("requireHostName", () => {
    it("accepts a name inside a domain", () => {
        expect(() => requireHostName("advisor.figlo.example")).not.toThrow();
    });

    it("refuses a bare domain, which cannot lead to Traffic Manager", () => {
        expect(() => requireHostName("figlo.example")).toThrow("'figlo.example' is a bare domain");
    });

    it.each([
        "*.figlo.example",
        "Advisor.figlo.example",
        "https://advisor.figlo.example",
        "-a.figlo.example",
        "advisor",
    ])("refuses '%s'", (name) => {
        expect(() => requireHostName(name)).toThrow(`'${name}' is not a host name`);
    });
});
