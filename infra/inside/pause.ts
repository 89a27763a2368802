import { setTimeout } from "node:timers/promises";
import { sandboxSql } from "./sandbox-sql";

/** Nothing takes long in the sandbox: a second of it is a millisecond. */
export const pause = (seconds: number): Promise<void> =>
    setTimeout(sandboxSql(process.env) === undefined ? seconds * 1000 : seconds);
