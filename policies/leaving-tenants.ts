import { DATABASE_COPY } from "./allowed-types";
import { BLOB_CONTAINER, DATABASE } from "./azure-types";
import type { PackConfig } from "./config";
import { tag } from "./data-class";
import { isMark } from "./marks";
import type { ResourceView } from "./model";
import { text } from "./show";
import { partsOf } from "./tenant-containers";

/**
 * True for what is of a tenant that is leaving and whose data need not be kept any longer: its database, the copy of that, and its container.
 * A protection or a lock on it would keep the deployment from removing it.
 */
export function isReleased(resource: ResourceView, config: PackConfig): boolean {
    const ids = releasedIds(config);
    if (ids.size === 0) {
        return false;
    }
    switch (resource.type) {
        case DATABASE:
            return ids.has(tag(resource, "tenant")?.toLowerCase() ?? "");
        case DATABASE_COPY: {
            const databases = resource.references("database", DATABASE);
            return databases.length > 0 && databases.every((database) => isReleased(database, config));
        }
        case BLOB_CONTAINER: {
            const { containerName } = resource.inputs;
            const name = isMark(containerName) ? "" : text(containerName).toLowerCase();
            return partsOf(name).some((part) => ids.has(part));
        }
        default:
            return false;
    }
}

/** Kept, so that not every resource reads every tenant. */
const kept = new WeakMap<PackConfig, ReadonlySet<string>>();

function releasedIds(config: PackConfig): ReadonlySet<string> {
    const made = kept.get(config) ?? new Set(released(config).map(({ id }) => id.toLowerCase()));
    kept.set(config, made);
    return made;
}

const released = ({ tenants, today }: PackConfig) =>
    tenants.filter(({ keepUntil }) => keepUntil !== undefined && keepUntil < today);
