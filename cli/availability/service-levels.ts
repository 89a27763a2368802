import type { SourceId } from "./sources";

/** A level that Microsoft promises of a service each month. */
export interface ServiceLevel {
    readonly service: string;
    /** Share of the time, from 0 to 1. */
    readonly level: number;
    readonly source: SourceId;
    /** What is not known of it, where the real level may be higher. */
    readonly note?: string;
}

/** Levels by which availability is computed: none without a source. Where only a higher level's existence is known, the lower one counts. */
export const SERVICE_LEVELS = {
    "app-service": { service: "App Service, from Basic on", level: 0.9995, source: "business-metrics" },
    "app-service-zonal": {
        service: "App Service, zone redundant",
        level: 0.9995,
        source: "business-metrics",
        note: "Microsoft says that zone redundancy raises the level; by how much was not found, so that of any plan counts",
    },
    "entra-id": { service: "Microsoft Entra ID", level: 0.9999, source: "reliable-web-app" },
    "key-vault": { service: "Key Vault", level: 0.9999, source: "reliable-web-app" },
    "private-link": { service: "Private Link", level: 0.9999, source: "reliable-web-app" },
    sql: { service: "Azure SQL Database", level: 0.9999, source: "business-metrics" },
    "sql-general-zonal": {
        service: "Azure SQL Database, General Purpose, zone redundant",
        level: 0.9999,
        source: "business-metrics",
        note: "whether zone redundancy raises the level of this tier was not found, so that of any tier counts",
    },
    "sql-critical-zonal": {
        service: "Azure SQL Database, Business Critical, zone redundant",
        level: 0.99995,
        source: "availability-sql-blog",
    },
    storage: {
        service: "Storage, reading and writing in the hot tier",
        level: 0.999,
        source: "storage-redundancy",
        note: "reading alone is promised 99.99% with read access to the copy in the other region; documents are written too",
    },
    "traffic-manager": { service: "Traffic Manager", level: 0.9999, source: "resilient-design" },
} as const satisfies Readonly<Record<string, ServiceLevel>>;

export type LevelId = keyof typeof SERVICE_LEVELS;
