import { availability } from "../../../../cli/measures/facts/availability";
import { previewed, street, TODAY } from "../../../street";

describe("the facts of measure 11", () => {
    let facts: readonly string[];

    beforeAll(async () => {
        const { resources } = await previewed("productie");
        facts = availability.of({ loaded: street().productie, resources, basis: "plan", today: TODAY });
    });

    it("say what is promised of the application, what has no level, and from which documents", () => {
        expect(facts[0]).toMatch(
            /^availability of the application for a visitor: at most 99\.8649% \(what has a level may be away 59 min in a month\); no level is known for DNS of the public host name, sign-in at Microsoft Entra External ID, .*\[.*2023-05-02.*\]$/,
        );
    });

    it("say what is promised of the databases until an operator fails over", () => {
        expect(facts[1]).toMatch(
            /^availability of the databases, until an operator fails over: 99\.985% \(at most 7 min away in a month\) \[/,
        );
    });

    it("say for each thing that goes wrong how long it takes and what is lost", () => {
        expect(facts.slice(2).map((fact) => /^when (.*?): recovery time .*; lost: /.exec(fact)?.[1])).toEqual([
            "an application fails in one region",
            "the region of the databases fails",
            "a mistake is found in a database within 35 days",
            "both servers are lost, and databases are restored from their copies in the paired region",
            "the region of the documents fails",
            "documents are lost, and restored from the backup vault",
        ]);
    });
});
