import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../street";
import { temporaryFolder } from "../fake-programs";
import { ago, answers, type Facts, RESOURCES } from "./facts";

/** What is said of these answers of Azure. */
function judged(changes: Partial<Facts>) {
    const folder = temporaryFolder();
    for (const { file, stdout } of answers(changes)) {
        writeFileSync(join(folder, file), stdout ?? "");
    }
    const program = join(ROOT, "pipelines", "restore-points", "judge.js");
    const { status, stdout } = spawnSync(process.execPath, [program, folder, ago(0)], { encoding: "utf8" });
    return { status, told: stdout.trim().split("\n") };
}

const fine = { status: 0, told: ["1 database and 1 backup of documents can be restored to a moment of the last day"] };
const failing = (...told: string[]) => ({ status: 1, told });

describe("what is said of restore points", () => {
    it("is good of a healthy Azure", () => {
        expect(judged({})).toEqual(fine);
    });

    it.each<[string, Partial<Facts>, string]>([
        ["no window of restoring", { earliest: null }, "database db-1 has no moment to which it can be restored"],
        ["a window in the future", { earliest: ago(-5) }, "database db-1 has no moment to which it can be restored"],
        [
            "no backup of a database whose age Azure does not tell",
            { created: "", backup: "" },
            "database db-1 has never had a backup",
        ],
        ["no backup", { backup: "db-2,2026-11-23T02:00:00" }, "database db-1 has never had a backup"],
        [
            "a backup of yesterday",
            { backup: `db-1,${ago(25.5).slice(0, 19)}` },
            "the last backup of database db-1 is 25 hours old",
        ],
        ["no long-term backup", { longTerm: [] }, "database db-1 has no long-term backup of the last week"],
        [
            "an old long-term backup",
            { longTerm: [ago(24 * 9)] },
            "database db-1 has no long-term backup of the last week",
        ],
        [
            "stopped protection",
            { protection: "ProtectionStopped" },
            "the backup of documents documents is ProtectionStopped, not ProtectionConfigured",
        ],
        ["no restore point", { points: [] }, "the backup of documents documents has no restore point"],
        [
            "an old restore point",
            { points: [ago(30.5)] },
            "the last restore point of documents documents is 30 hours old",
        ],
    ])("fails on %s", (_, changes, sentence) => {
        expect(judged(changes)).toEqual(failing(sentence));
    });

    it("tells all of it at once", () => {
        expect(judged({ longTerm: [], points: [] })).toEqual(
            failing(
                "database db-1 has no long-term backup of the last week",
                "the backup of documents documents has no restore point",
            ),
        );
    });

    it("gives a new database a day for its first backup, and a week for its first that is kept", () => {
        expect(judged({ created: ago(2), earliest: null, backup: "", longTerm: [] })).toEqual(fine);
        expect(judged({ created: ago(26), longTerm: [] })).toEqual(fine);
    });

    it("asks for no long-term backup where the settings want none", () => {
        const inputs = { databaseName: "db-1", weeklyRetention: "PT0S" };
        const state = RESOURCES.map((each) => (each.type.endsWith("Policy") ? { ...each, inputs } : each));
        expect(judged({ state, longTerm: [] })).toEqual(fine);
    });

    it("passes by what is about to be deleted", () => {
        const leaving = { type: "azure-native:sql:Database", id: "/databases/old", delete: true };
        expect(judged({ state: [...RESOURCES, leaving] })).toEqual(fine);
    });

    it("misses a database that the state has and Azure has not", () => {
        const state = RESOURCES.map((each) => ({ ...each, id: each.id.replace("databases/db-1", "databases/db-9") }));
        expect(judged({ state })).toEqual(failing("database db-9 is in the state and on no server"));
    });

    it("misses a backup of documents that the state has and Azure has not", () => {
        const state = RESOURCES.map((each) => ({
            ...each,
            id: each.id.replace("Instances/documents", "Instances/lost"),
        }));
        expect(judged({ state })).toEqual(
            failing("the backup of documents lost is in the state and not in vault bv-test"),
        );
    });

    it("takes an empty state for no proof", () => {
        expect(judged({ state: [] })).toEqual(
            failing(
                "the state holds no SQL server: nothing was looked at",
                "the state holds no backup of documents: nothing was looked at",
            ),
        );
    });
});
