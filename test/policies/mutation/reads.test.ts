import { compliant } from "../compliant-stack";
import { TODAY } from "../example-stack";
import { readsOf } from "./reads";

const stack = compliant();
const reads = readsOf(stack.resources, { environment: "productie", today: TODAY });
const readersOf = (name: string, what: string, ...path: readonly string[]): readonly string[] =>
    reads
        .filter((read) => read.urn === stack.urn(name) && read.what === what && read.path.join() === path.join())
        .map(({ rule }) => rule);

describe("what rules read", () => {
    it("holds an input that a rule asks for by its name", () => {
        expect(readersOf("server", "input", "minimalTlsVersion")).toEqual(["sql-server-min-tls-12"]);
    });

    it("holds one inside another, and one after all names were listed", () => {
        expect(readersOf("server", "input", "administrators", "principalType")).toEqual(["sql-server-entra-admin"]);
        expect(readersOf("server", "input", "tags", "owner")).toEqual(["otap-required-tags"]);
    });

    it("holds a reference from either of its ends, and protection", () => {
        expect(readersOf("database", "reference", "serverName")).toContain("sql-db-tde");
        expect(readersOf("server", "protect")).toEqual(["prod-delete-lock"]);
    });

    it("leaves out what a rule walks through in search of something", () => {
        expect(readersOf("server", "input", "minimalTlsVersion")).not.toContain("eu-allowed-locations");
        expect(readersOf("server", "input", "location")).toContain("eu-allowed-locations");
    });
});
