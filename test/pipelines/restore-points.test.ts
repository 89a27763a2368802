import { previewed } from "../street";
import { runScript } from "./fake-programs";
import { answers, RESOURCES } from "./restore-points/facts";

describe("restore-points.sh", () => {
    it("asks about all that the state holds, and says what can be restored", () => {
        const { status, stdout, calls } = runScript("restore-points.sh", ["test"], answers());
        expect(status).toBe(0);
        expect(stdout).toBe("test: 1 database and 1 backup of documents can be restored to a moment of the last day\n");
        expect(calls).toHaveLength(answers().length);
    });

    it("fails with each fault in a line of its own, for the page of the run", () => {
        const { status, stdout } = runScript("restore-points.sh", ["test"], answers({ longTerm: [], points: [] }));
        expect(status).toBe(1);
        expect(stdout).toBe(
            "::error::test: database db-1 has no long-term backup of the last week\n" +
                "::error::test: the backup of documents documents has no restore point\n",
        );
    });

    it.each(["pulumi stack", "az sql db list", "az sql db ltr-backup", "sqlcmd", "az dataprotection"])(
        "fails where %s does not answer",
        (program) => {
            const broken = { to: new RegExp(`^${program}`), stderr: "403", status: 1 };
            expect(runScript("restore-points.sh", ["test"], [broken, ...answers()]).status).not.toBe(0);
        },
    );

    it("asks after what the program makes", async () => {
        const plan = await previewed("test");
        expect(RESOURCES.map(({ type }) => type).filter((type) => plan.ofType(type).length === 0)).toEqual([]);
        const [policy] = plan.ofType("sql:LongTermRetentionPolicy");
        expect(Object.keys(policy?.inputs ?? {})).toEqual(expect.arrayContaining(["databaseName", "weeklyRetention"]));
    });
});
