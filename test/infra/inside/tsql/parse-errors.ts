import { spawnSync } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";
import { type PythonTool, toolPython } from "../../../../scan/python-environment";
import { ScanRefusal } from "../../../../scan/refusal";
import { ROOT } from "../../../street";

const SQLFLUFF: PythonTool = { name: "SQLFluff", requirements: "test/infra/inside/tsql/requirements.txt" };

/** A parser of T-SQL that is not ours. */
export type Parser = (statements: readonly string[]) => readonly (readonly string[])[];

/**
 * What SQLFluff cannot read of each statement; a reason instead of the parser where there is no Python to run it.
 *
 * @throws ScanRefusal instead of a reason where `CI` says that nothing may be left out.
 */
export function parserHere(environment: NodeJS.ProcessEnv): Parser | string {
    try {
        const machine = { root: ROOT, home: homedir(), environment, progress: () => undefined };
        return parser(toolPython(SQLFLUFF, machine));
    } catch (error) {
        if (!(error instanceof ScanRefusal) || isContinuous(environment)) {
            throw error;
        }
        return error.message;
    }
}

const isContinuous = ({ CI = "" }: NodeJS.ProcessEnv): boolean => !["", "0", "false"].includes(CI.toLowerCase());

const parser =
    (python: string): Parser =>
    (statements) => {
        const args = ["-I", join(ROOT, "test/infra/inside/tsql/parse.py")];
        // SQLFluff knows `CREATE USER … WITH SID`, and not the kind of user that Azure takes behind it.
        const input = JSON.stringify(statements.map((statement) => statement.replace(/, TYPE = [EX]\b/g, "")));
        const { status, stdout, stderr } = spawnSync(python, args, { input, encoding: "utf8", maxBuffer: 1 << 26 });
        if (status !== 0) {
            throw new Error(`SQLFluff ended with ${status}: ${stderr.trim().slice(-500)}`);
        }
        return JSON.parse(stdout);
    };
