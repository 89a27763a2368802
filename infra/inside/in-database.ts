import { openSession } from "./connection";
import { inTurn } from "./in-turn";
import type { Session } from "./session";
import { SqlError } from "./sql-error";
import { CANNOT_OPEN_DATABASE, whileTransient } from "./transient";
import { type Errand, errandError } from "./unreachable";

const MASTER = "master";
const DATABASE = "SELECT d.[name] FROM sys.databases AS d WHERE d.[name] = @database";

/**
 * Does something in a database, in a session of its own; again from its beginning, in a new session, where Azure SQL calls its error transient.
 * So `work` looks first at what is there.
 *
 * @throws PlainError that says what stays undone, why, and what to do
 */
export const inDatabase = <T>(errand: Errand, work: (session: Session) => Promise<T>): Promise<T> =>
    attempt(errand, work).catch((error) => {
        throw told(errand, error);
    });

/**
 * The same; `undefined` where there is no such database. That it cannot be opened does not say so: whoever has a login on the server and no
 * right in the database is answered the same, and to take that for gone would leave a user where it is and forget it. So `master` is asked
 * (that a failover group's listener leads there too is unverified).
 */
export async function inDatabaseIfThere<T>(
    errand: Errand,
    work: (session: Session) => Promise<T>,
): Promise<T | undefined> {
    try {
        return await attempt(errand, work);
    } catch (error) {
        if (cannotOpen(error) && !(await isListed(errand))) {
            return undefined;
        }
        throw told(errand, error);
    }
}

const cannotOpen = (error: unknown): boolean =>
    error instanceof SqlError && error.numbers.includes(CANNOT_OPEN_DATABASE);

const isListed = ({ database, ...errand }: Errand): Promise<boolean> =>
    inDatabase({ ...errand, database: MASTER }, async (session) => {
        const rows = await session.query(DATABASE, { database });
        return rows.length > 0;
    });

const told = (errand: Errand, error: unknown): unknown =>
    error instanceof SqlError ? errandError(errand, error) : error;

function attempt<T>(errand: Errand, work: (session: Session) => Promise<T>): Promise<T> {
    const once = async () => {
        const session = await openSession(errand);
        try {
            return await work(session);
        } finally {
            session.close();
        }
    };
    const { host, database } = errand;
    // The engine makes a database's users and guard at once, and ALTER ROLE deadlocks with what reads or changes users beside it
    // (hashicorp/vault#7668). In master the copies of all tenants would wait for one another.
    return whileTransient(database === MASTER ? once : () => inTurn(`${host}/${database}`, once));
}
