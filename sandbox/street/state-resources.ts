import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Mistake } from "../mistake";
import type { Street } from "./street";

/** A resource as the engine keeps it: `apitype.ResourceV3` of Pulumi's SDK, as far as it is used here. */
export interface StateResource {
    readonly urn: string;
    readonly type: string;
    readonly custom?: boolean;
    readonly id?: string;
    readonly parent?: string;
    readonly protect?: boolean;
    readonly inputs?: Readonly<Record<string, unknown>>;
    readonly outputs?: Readonly<Record<string, unknown>>;
    readonly dependencies?: readonly string[];
    readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
}

/**
 * The resources of an environment as its last operation left them; none where it was never brought up.
 *
 * @throws Mistake where the engine's file was cut off or damaged.
 */
export function stateResources(street: Street, stack: string): readonly StateResource[] {
    const file = inEachProject(join(street.state, ".pulumi/stacks"), `${stack}.json`)[0];
    if (file === undefined) {
        return [];
    }
    return readCheckpoint(file).latest?.resources ?? [];
}

/** The ARM ids that an environment holds. What is random has an id as well, and nothing in Azure. */
export const stateIds = (street: Street, stack: string): readonly string[] =>
    stateResources(street, stack).flatMap(({ id }) => (id?.startsWith("/") ? id : []));

function readCheckpoint(file: string): Checkpoint["checkpoint"] {
    try {
        const { checkpoint } = JSON.parse(readFileSync(file, "utf8")) as Partial<Checkpoint>;
        if (checkpoint) {
            return checkpoint;
        }
    } catch {
        // Said below, with the way out.
    }
    const backup = `${file}.bak`;
    const remedy = existsSync(backup)
        ? `Copy ${backup} over it, which the engine kept of the state before, and refresh`
        : "Put back a copy of it if you have one";
    throw new Mistake(
        `the engine's state ${file} is cut off or damaged; nothing was changed. ${remedy}; or remove the folder .otap/sandbox to begin anew`,
    );
}

/** Whether the backend knows a stack. */
export const hasState = (street: Street, stack: string): boolean =>
    inEachProject(join(street.state, ".pulumi/stacks"), `${stack}.json`).length > 0;

/** Lets go of a stack that a run held when it was killed. Only for who holds the street's own lock. */
export function releaseStack(street: Street, stack: string): void {
    for (const lock of inEachProject(join(street.state, ".pulumi/locks/organization"), stack)) {
        rmSync(lock, { recursive: true, force: true });
    }
}

/** The backend keeps a folder for each project; a street has one project, whose name it need not know. */
const inEachProject = (folder: string, name: string): readonly string[] =>
    (existsSync(folder) ? readdirSync(folder) : [])
        .map((project) => join(folder, project, name))
        .filter((path) => existsSync(path));

interface Checkpoint {
    readonly checkpoint: { readonly latest?: { readonly resources?: readonly StateResource[] } };
}
