import type { Cloud, CloudObject, CloudWatcher } from "../azure/cloud";
import { sourceOf } from "../azure/geo-secondaries";
import { sameText } from "../azure/refusals/ids";
import { type DatabaseState, EMPTY_DATABASE } from "./database-state";

/** Where what lies in databases is kept, by their ids. */
export interface StateStore {
    read(): readonly (readonly [string, DatabaseState])[];
    write(id: string, state: DatabaseState): void;
    remove(id: string): void;
}

const DATABASES = "Microsoft.Sql/servers/databases";

/**
 * What lies in the databases of a cloud. A copy shows what its original holds, and keeps that when their link ends or their roles change; a
 * database that is deleted and made anew begins empty.
 */
export class InsideStates implements CloudWatcher {
    private readonly states = new Map<string, DatabaseState>();
    /** Of each copy, its original. */
    private readonly originals = new Map<string, string>();

    constructor(
        cloud: Cloud,
        private readonly kept?: StateStore,
    ) {
        const databases = cloud.all(DATABASES);
        const isThere = (id: string) => databases.some((database) => sameText(database.id, id));
        for (const [id, state] of kept?.read() ?? []) {
            if (isThere(id)) {
                this.states.set(keyOf(id), state);
            } else {
                kept?.remove(id);
            }
        }
        databases.forEach((database) => void this.written(database));
        cloud.watch(this);
    }

    /** The same for a copy of the cloud, kept nowhere. */
    copy(cloud: Cloud): InsideStates {
        return new InsideStates(cloud, { read: () => [...this.states], write: () => {}, remove: () => {} });
    }

    of(id: string): DatabaseState {
        return this.states.get(this.originals.get(keyOf(id)) ?? keyOf(id)) ?? EMPTY_DATABASE;
    }

    set(id: string, state: DatabaseState): void {
        this.states.set(keyOf(id), state);
        this.kept?.write(keyOf(id), state);
    }

    written(object: CloudObject): void {
        const key = keyOf(object.id);
        const before = this.originals.get(key);
        const source = isDatabase(object) ? sourceOf(object) : undefined;
        const original = source === undefined ? undefined : keyOf(source);
        if (original === before) {
            return;
        }
        if (before !== undefined) {
            this.set(key, this.of(key));
        }
        if (original === undefined) {
            this.originals.delete(key);
        } else {
            this.originals.set(key, original);
        }
    }

    removed(id: string): void {
        const key = keyOf(id);
        for (const [copy, original] of this.originals) {
            if (original === key) {
                this.set(copy, this.of(copy));
                this.originals.delete(copy);
            }
        }
        this.originals.delete(key);
        if (this.states.delete(key)) {
            this.kept?.remove(key);
        }
    }
}

const isDatabase = ({ type }: CloudObject): boolean => sameText(type, DATABASES);

const keyOf = (id: string): string => id.toLowerCase();
