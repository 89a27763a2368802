import type { JsonObject } from "../../arm/json";

/** One object of the played Azure. */
export interface CloudObject {
    /** Full ARM id; compared without case, as Azure does. */
    readonly id: string;
    /** ARM type, for example `Microsoft.Sql/servers/databases`. */
    readonly type: string;
    readonly apiVersion: string;
    /** The body as it was last written: `location`, `tags`, `properties` and what else stands at the top. */
    readonly body: JsonObject;
    /** What azure-native would read back, by its own names. */
    readonly outputs: Readonly<Record<string, unknown>>;
    /** False for what appears by itself: a geo-secondary, a server's `master`. */
    readonly declared: boolean;
    /** Name of the stack that last wrote it; undefined for what appears by itself. */
    readonly stack?: string;
}

/** What Azure remembers of a vault, or of a key or secret in one, that was deleted: its name stays taken until it is purged. */
export interface DeletedVault {
    /** As `deletedName` has it: `<vault>`, or `<vault>/keys/<name>`. */
    readonly name: string;
    readonly id: string;
}

/** Who is told of changes, after each. */
export interface CloudWatcher {
    written(object: CloudObject): void;
    removed(id: string): void;
}

/** The played Azure: all objects of all subscriptions, and the names that they take. */
export class Cloud {
    private readonly objects = new Map<string, CloudObject>();
    private readonly vaults = new Map<string, DeletedVault>();
    private readonly watchers: CloudWatcher[] = [];

    constructor(snapshot?: CloudSnapshot) {
        snapshot?.objects.forEach((object) => void this.objects.set(keyOf(object.id), object));
        snapshot?.deletedVaults.forEach((vault) => void this.vaults.set(vault.name.toLowerCase(), vault));
    }

    get(id: string): CloudObject | undefined {
        return this.objects.get(keyOf(id));
    }

    /** Every object, or those of one ARM type. */
    all(type?: string): readonly CloudObject[] {
        const objects = [...this.objects.values()];
        return type === undefined ? objects : objects.filter((object) => sameType(object.type, type));
    }

    /** What lies inside an object: children, and extensions such as locks and diagnostic settings. */
    inside(id: string): readonly CloudObject[] {
        const prefix = `${keyOf(id)}/`;
        return [...this.objects.values()].filter((object) => keyOf(object.id).startsWith(prefix));
    }

    /** Tells of each change from now on, also of what goes with something else. */
    watch(watcher: CloudWatcher): void {
        this.watchers.push(watcher);
    }

    write(object: CloudObject): void {
        this.objects.set(keyOf(object.id), object);
        this.watchers.forEach((watcher) => void watcher.written(object));
    }

    /** Takes an object away with everything inside it. */
    remove(id: string): void {
        const gone = [...this.inside(id).map((inner) => inner.id), id];
        gone.forEach((one) => void this.objects.delete(keyOf(one)));
        for (const watcher of this.watchers) {
            gone.forEach((one) => void watcher.removed(one));
        }
    }

    get deletedVaults(): ReadonlyMap<string, DeletedVault> {
        return this.vaults;
    }

    rememberDeleted(vault: DeletedVault): void {
        this.vaults.set(vault.name.toLowerCase(), vault);
    }

    forgetDeleted(name: string): void {
        this.vaults.delete(name.toLowerCase());
    }

    /** Everything, to be kept in a file. */
    snapshot(): CloudSnapshot {
        return { objects: [...this.objects.values()], deletedVaults: [...this.vaults.values()] };
    }
}

export interface CloudSnapshot {
    readonly objects: readonly CloudObject[];
    readonly deletedVaults: readonly DeletedVault[];
}

const keyOf = (id: string): string => id.toLowerCase().replace(/\/+$/, "");

const sameType = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
