import { bothSides, type CopyInputs, inMaster, type Sides } from "./copy-sides";
import { copyHost, serverName } from "./geo-link";
import { pause } from "./pause";
import { PlainError } from "./plain-error";
import { quoteName } from "./quote-name";

/** In seconds, for a link that was removed to be gone on both servers. */
const PAUSES = [2, 3, 5, 10, 10, 10, 10, 10] as const;

/**
 * Takes the copy away: its link where one is left, and then the database on the server that held it. What was cut off between the two is
 * completed by the next try.
 *
 * Of two databases without a link nothing tells which was the copy. So none is dropped but the one that the state names, and the state is held
 * against the link before that goes.
 *
 * @param copyOn host that held the copy when the state was written
 * @throws PlainError that says what stays undone, where it is not certain which one is the copy
 */
export async function removeCopy(inputs: CopyInputs, copyOn: string | undefined, undone: string): Promise<void> {
    const sides = await bothSides(inputs, undone);
    if (sides.every(({ exists }) => !exists)) {
        return;
    }
    if (isLinked(sides)) {
        requireSame(copyHost(sides), copyOn, undone);
        await removeLink(inputs, sides, copyOn as string, undone);
    }
    const copy = sides.find(({ host }) => host === copyOn);
    if (copy === undefined) {
        throw new PlainError(
            `${undone}: there is no link any more, and the state does not say which server held the copy. Look at both (${hosts(sides)}), and drop the copy by hand.`,
        );
    }
    if (!copy.exists) {
        return;
    }
    if (sides.some(({ exists }) => !exists)) {
        throw new PlainError(
            `${undone}: ${copy.host} has the only database of this name. It may hold the last of the customer's data: drop it by hand if that is meant.`,
        );
    }
    const drop = `DROP DATABASE ${quoteName(inputs.database)};`;
    await inMaster(inputs, copy.host, undone, (session) => session.batch(drop));
}

const isLinked = (sides: Sides): boolean => sides.some(({ role }) => role !== undefined);

const hosts = (sides: Sides): string => sides.map(({ host }) => host).join(", ");

function requireSame(linked: string | undefined, copyOn: string | undefined, undone: string): void {
    if (linked === undefined) {
        throw new PlainError(
            `${undone}: its two servers do not agree which of them holds the copy, as in the middle of a failover. Run the same command again when that is over.`,
        );
    }
    if (linked !== copyOn) {
        throw new PlainError(
            `${undone}: ${linked} holds the copy now, and the state says ${copyOn ?? "nothing"}: there was a failover. Run 'pulumi refresh', and then the same command again.`,
        );
    }
}

async function removeLink(inputs: CopyInputs, sides: Sides, copyOn: string, undone: string): Promise<void> {
    const primary = sides.find(({ host }) => host !== copyOn)?.host ?? "";
    const remove = `ALTER DATABASE ${quoteName(inputs.database)} REMOVE SECONDARY ON SERVER ${quoteName(serverName(copyOn))};`;
    await inMaster(inputs, primary, undone, (session) => session.batch(remove));
    for (const seconds of PAUSES) {
        if (!isLinked(await bothSides(inputs, undone))) {
            return;
        }
        await pause(seconds);
    }
    throw new PlainError(
        `${undone}: its link was removed and is still told by one of the servers (${hosts(sides)}). Run the same command again in some minutes.`,
    );
}
