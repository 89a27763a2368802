import type { Where } from "./connection";
import { PlainError } from "./plain-error";
import type { Obstacle, SqlError } from "./sql-error";
import { CANNOT_OPEN_DATABASE, isTransientNumber } from "./transient";

/** What is to be done in a database. */
export interface Errand extends Where {
    /** What stays undone where it fails, with its database: `User 'app' of database 'sqldb-a' is not made`. */
    readonly undone: string;
    /** What to do about errors of this errand alone, by their number. */
    readonly advice?: Readonly<Record<number, string>>;
}

/** "Login failed for user": the server was reached. */
const LOGIN_FAILED = 18_456;

/** What whoever runs this reads: what stays undone, what stood between, and what to do about it. */
export function errandError(
    { undone, host, advice = {} }: Errand,
    { obstacle, numbers, message }: SqlError,
): PlainError {
    const own = numbers.map((number) => advice[number]).find((text) => text !== undefined);
    const said = numbers.length === 0 ? "" : `error ${[...new Set(numbers)].join(", ")}: `;
    const { happened, remedy } = (obstacle === "no-session" && atTheDoor(numbers)) || OBSTACLES[obstacle];
    return new PlainError(`${undone}: ${happened(host)} (${said}${withoutStop(onOneLine(message))}). ${own ?? remedy}`);
}

/** A server's words hold names that others gave, and the line goes to the log of a pipeline, which takes some lines for orders. */
const onOneLine = (message: string): string => message.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ");

interface Wording {
    readonly happened: (host: string) => string;
    readonly remedy: string;
}

/** Of a server that was reached, and answered; `undefined` where it shut this machine out. */
function atTheDoor(numbers: readonly number[]): Wording | undefined {
    if (numbers.includes(CANNOT_OPEN_DATABASE)) {
        return NOT_OPENED;
    }
    if (numbers.some(isTransientNumber)) {
        return NOT_NOW;
    }
    return numbers.length > 0 && numbers.every((one) => one === LOGIN_FAILED) ? NOT_ADMITTED : undefined;
}

const NOT_OPENED: Wording = {
    happened: (host) => `${host} has no such database, or does not open it for whoever runs this`,
    remedy: "Look whether it is there and online, and run the same command as a member of the group that administers the servers.",
};

const NOT_NOW: Wording = {
    happened: (host) => `${host} lets nobody in for the moment`,
    remedy: "Run the same command again in some minutes.",
};

const NOT_ADMITTED: Wording = {
    happened: (host) => `${host} does not know whoever runs this`,
    remedy: "Run it as a member of the group that administers the servers.",
};

const OBSTACLES: Readonly<Record<Obstacle, Wording>> = {
    "no-token": {
        happened: (host) => `there is no token for ${host}`,
        remedy: "Sign in to the directory of the servers (az login --tenant), or run it in the pipeline.",
    },
    "no-session": {
        happened: (host) => `${host} cannot be reached from here`,
        remedy: "Run it on a runner in the network of the environment, or on a machine whose address is declared for these servers (sql.firewall).",
    },
    "not-trusted": {
        happened: (host) => `whoever answers for ${host} shows a certificate that is not trusted here`,
        remedy: "Nothing was sent. Look what stands between this machine and Azure, such as a proxy that opens TLS, and run it from where none does.",
    },
    "cut-off": {
        happened: (host) => `${host} broke the connection off`,
        remedy: "The step that it was at is done in whole or not at all, and the later ones are not: run the same command again, which completes it.",
    },
    refused: {
        happened: (host) => `${host} refuses`,
        remedy: "Run the same command again when the cause is gone; what was done stays.",
    },
};

const withoutStop = (message: string): string => message.trim().replace(/\.$/, "");
