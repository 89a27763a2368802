import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Mistake } from "../mistake";
import { Cloud, type CloudObject, type DeletedVault } from "./cloud";
import { isProps } from "./wire";

/** One change, as it stands on a line of the file. */
type Change =
    | { readonly write: CloudObject }
    | { readonly remove: string }
    | { readonly deleted: DeletedVault }
    | { readonly forget: string };

/** The first line: how many lines were written with it at once. */
interface Head {
    readonly lines: number;
}

const KINDS = ["lines", "write", "remove", "deleted", "forget"];

/**
 * A cloud that is kept in a file: each change is one more line, so that one that happened is never lost, also when the process is killed. The file
 * is written anew, and replaced at once, when it is opened.
 *
 * @throws Mistake where the file was cut off or damaged; it is left as it is.
 */
export class KeptCloud extends Cloud {
    private recording = false;

    constructor(private readonly file: string) {
        super();
        mkdirSync(dirname(file), { recursive: true });
        readChanges(file).forEach((change) => void this.apply(change));
        const { objects, deletedVaults } = this.snapshot();
        const lines = [...objects.map((write) => ({ write })), ...deletedVaults.map((deleted) => ({ deleted }))];
        const head: Head = { lines: lines.length };
        writeFileSync(`${file}.new`, [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(""));
        renameSync(`${file}.new`, file);
        this.recording = true;
    }

    override write(object: CloudObject): void {
        super.write(object);
        this.record({ write: object });
    }

    override remove(id: string): void {
        super.remove(id);
        this.record({ remove: id });
    }

    override rememberDeleted(vault: DeletedVault): void {
        super.rememberDeleted(vault);
        this.record({ deleted: vault });
    }

    override forgetDeleted(name: string): void {
        super.forgetDeleted(name);
        this.record({ forget: name });
    }

    private apply(change: Change): void {
        if ("write" in change) {
            super.write(change.write);
        } else if ("remove" in change) {
            super.remove(change.remove);
        } else if ("deleted" in change) {
            super.rememberDeleted(change.deleted);
        } else {
            super.forgetDeleted(change.forget);
        }
    }

    private record(change: Change): void {
        if (this.recording) {
            appendFileSync(this.file, `${JSON.stringify(change)}\n`);
        }
    }
}

/**
 * A last line that was cut off when the process was killed is a change that did not happen. Anything else that is not as it was written
 * is for its user to see to: what the file lacks, the engine would take for deleted.
 */
function readChanges(file: string): readonly Change[] {
    const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
    const [head, ...changes] = lines.map((line, index) => parsed(line, `line ${index + 1} of ${file} is damaged`));
    if (head === undefined) {
        return existsSync(file) ? unreadable(`${file} is cut off`) : [];
    }
    if (!("lines" in head)) {
        return [head, ...changes] as readonly Change[];
    }
    return changes.length < head.lines
        ? unreadable(`${file} is cut off: it had at least ${head.lines + 1} lines, and has ${changes.length + 1}`)
        : (changes as readonly Change[]);
}

function parsed(line: string, damage: string): Change | Head {
    try {
        const value: unknown = JSON.parse(line);
        if (isProps(value) && KINDS.some((kind) => Object.hasOwn(value, kind))) {
            return value as unknown as Change | Head;
        }
    } catch {
        // Said below, with its place.
    }
    return unreadable(damage);
}

function unreadable(damage: string): never {
    throw new Mistake(
        `${damage}; nothing was changed. Put back a copy of that file if you have one, or remove the sandbox's whole folder .otap/sandbox to begin anew: the engine's state in it speaks of what the file lacks`,
    );
}
