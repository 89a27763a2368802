import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Cloud, type CloudObject, type DeletedVault } from "./cloud";

/** One change, as it stands on a line of the file. */
type Change =
    | { readonly write: CloudObject }
    | { readonly remove: string }
    | { readonly deleted: DeletedVault }
    | { readonly forget: string };

/**
 * A cloud that is kept in a file: each change is one more line, so that one that happened is never lost, also when the process is killed. The file
 * is written anew, and replaced at once, when it is opened.
 */
export class KeptCloud extends Cloud {
    private recording = false;

    constructor(private readonly file: string) {
        super();
        mkdirSync(dirname(file), { recursive: true });
        readChanges(file).forEach((change) => void this.apply(change));
        const { objects, deletedVaults } = this.snapshot();
        const lines = [...objects.map((write) => ({ write })), ...deletedVaults.map((deleted) => ({ deleted }))];
        writeFileSync(`${file}.new`, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
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

/** A last line that was cut off when the process was killed is a change that did not happen. */
function readChanges(file: string): readonly Change[] {
    const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    return lines.slice(0, -1).map((line) => JSON.parse(line) as Change);
}
