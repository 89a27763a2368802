/**
 * Says what cannot be restored, one sentence on each line, and ends with 1; or says what can, and ends with 0.
 * judge.js <folder with the answers> <now, in UTC>
 */
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { expected } = require("./expected");

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The first long-term backup comes up to seven days after the policy, and then every week; a day for the copy. */
const LONG_TERM = 8 * DAY;

const [folder, nowText] = process.argv.slice(2);
const now = Date.parse(nowText);

const files = readdirSync(folder);
const read = (name) => readFileSync(join(folder, name), "utf8");
const json = (name) => JSON.parse(read(name));
const answers = (kind) => files.filter((name) => name.startsWith(`${kind}-`));
const answered = (kind) => answers(kind).flatMap(json);

/** Azure writes times in UTC, with or without the letter that says so. NaN where there is none. */
const time = (text) => Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text ?? "") ? text : `${text}Z`);
/** Minus infinity when there is none. */
const newest = (times) => Math.max(-Infinity, ...times.filter((each) => !Number.isNaN(each)));
const hours = (since) => `${Math.floor((now - since) / HOUR)} hours`;

const databases = answered("databases");
const longTerm = answered("long-term");
const backups = answers("backups").flatMap((name) =>
    read(name)
        .split("\n")
        .map((line) => line.trim().split(","))
        .filter(([database, finished]) => database && finished)
        .map(([database, finished]) => ({ database, finished: time(finished) })),
);

/** Backups are made where a database is primary; after a failover that is the other server, under the same name. */
function faultsOfDatabase({ name, longTerm: kept }) {
    const copies = databases.filter((each) => each.name === name);
    if (copies.length === 0) {
        return [`database ${name} is in the state and on no server`];
    }
    // A database of an unknown age is no new one.
    const made = copies.map(({ creationDate }) => time(creationDate)).filter((each) => !Number.isNaN(each));
    const age = made.length === 0 ? Infinity : now - Math.min(...made);
    const last = newest(backups.filter(({ database }) => database === name).map(({ finished }) => finished));
    const window = copies.map(({ earliestRestoreDate }) => time(earliestRestoreDate)).filter((each) => each <= now);
    const stored = newest(longTerm.filter((each) => each.databaseName === name).map((each) => time(each.backupTime)));
    return [
        ...(age > DAY && window.length === 0 ? [`database ${name} has no moment to which it can be restored`] : []),
        ...(age > DAY && last === -Infinity ? [`database ${name} has never had a backup`] : []),
        ...(last !== -Infinity && !(now - last <= DAY)
            ? [`the last backup of database ${name} is ${hours(last)} old`]
            : []),
        ...(kept && age > LONG_TERM && !(now - stored <= LONG_TERM)
            ? [`database ${name} has no long-term backup of the last week`]
            : []),
    ];
}

function faultsOfInstance({ name, vault }) {
    const instance = json(`instances-${vault}.json`).find((each) => each.name === name);
    if (instance === undefined) {
        return [`the backup of documents ${name} is in the state and not in vault ${vault}`];
    }
    const state = instance.properties.currentProtectionState;
    const last = newest(json(`points-${name}.json`).map(({ properties }) => time(properties.recoveryPointTime)));
    return [
        ...(state === "ProtectionConfigured"
            ? []
            : [`the backup of documents ${name} is ${state}, not ProtectionConfigured`]),
        ...(last === -Infinity ? [`the backup of documents ${name} has no restore point`] : []),
        ...(last !== -Infinity && !(now - last <= DAY)
            ? [`the last restore point of documents ${name} is ${hours(last)} old`]
            : []),
    ];
}

const wanted = expected(join(folder, "state.json"));
const faults = [
    ...(wanted.servers.length === 0 ? ["the state holds no SQL server: nothing was looked at"] : []),
    ...(wanted.instances.length === 0 ? ["the state holds no backup of documents: nothing was looked at"] : []),
    ...wanted.databases.flatMap(faultsOfDatabase),
    ...wanted.instances.flatMap(faultsOfInstance),
];

if (faults.length > 0) {
    process.stdout.write(`${faults.join("\n")}\n`);
    process.exitCode = 1;
} else {
    const found = wanted.databases.length === 1 ? "1 database" : `${wanted.databases.length} databases`;
    const kept = wanted.instances.length === 1 ? "1 backup" : `${wanted.instances.length} backups`;
    process.stdout.write(`${found} and ${kept} of documents can be restored to a moment of the last day\n`);
}
