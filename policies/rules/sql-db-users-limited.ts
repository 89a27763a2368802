import { DATABASE_USER } from "../allowed-types";
import { isMark } from "../marks";
import type { ResourceView, StackView } from "../model";
import { append } from "../multi-map";
import { physicalNamesIn } from "../physical-name";
import { stackRule } from "../rule";
import { found, show, text } from "../show";

/** The most that each kind of user may have. */
const RIGHTS: ReadonlyMap<unknown, Readonly<Record<"roles" | "grants", readonly unknown[]>>> = new Map([
    ["managed-identity", { roles: ["db_datareader", "db_datawriter"], grants: ["EXECUTE"] }],
    // A customer's own readers.
    ["group", { roles: ["db_datareader"], grants: [] }],
]);

/** Principals and schemas that every database has from the start; its roles begin with `db_`. */
const OF_EVERY_DATABASE = /^(dbo|guest|information_schema|public|sys|db_.*)$/;

export const sqlDbUsersLimited = stackRule([DATABASE_USER], (user, report, { stack }) => {
    const { props } = user;
    const name = nameOf(user);
    if (name === "" || OF_EVERY_DATABASE.test(name)) {
        report(found("userName", props.userName));
    }
    // What one of two is granted the other has, and which of them gets in nobody knows.
    const namesake = (namesakes(stack).get(keyOf(user, name)) ?? []).find(({ urn }) => urn !== user.urn);
    if (namesake && name !== "") {
        report(`is called what ${namesake.name} is called in the same database`);
    }
    const rights = RIGHTS.get(props.kind);
    if (rights === undefined) {
        report(found("kind", props.kind));
        return;
    }
    for (const property of ["roles", "grants"] as const) {
        const given: unknown = props[property];
        if (!Array.isArray(given)) {
            report(found(property, given));
            continue;
        }
        for (const right of given.filter((each) => !rights[property].includes(each))) {
            report(`${property} holds ${show(right)}, which is not for the kind '${props.kind}'`);
        }
    }
});

/** As Azure SQL compares names by default: without case, width and spaces at the end. */
const nameOf = ({ props }: Pick<ResourceView, "props">): string =>
    text(props.userName).normalize("NFKC").trim().toLowerCase();

/** A database's name is enough: two of one name are of one tenant, or refused elsewhere. */
const keyOf = (user: ResourceView, name: string): string =>
    JSON.stringify([name, physicalNamesIn(user.inputs.database)]);

/** Kept for each stack, so that not every user is compared with every other. */
const kept = new WeakMap<StackView, ReadonlyMap<string, readonly ResourceView[]>>();

function namesakes(stack: StackView): ReadonlyMap<string, readonly ResourceView[]> {
    const made = kept.get(stack) ?? index(stack);
    kept.set(stack, made);
    return made;
}

function index(stack: StackView): ReadonlyMap<string, readonly ResourceView[]> {
    const users = new Map<string, ResourceView[]>();
    for (const user of stack.ofType(DATABASE_USER).filter(({ inputs }) => !isMark(inputs.userName))) {
        append(users, keyOf(user, nameOf(user)), user);
    }
    return users;
}
