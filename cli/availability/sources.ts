/** A document of Microsoft's, and the day that the copy which was read bears. */
export interface Source {
    readonly title: string;
    readonly url: string;
    /** ISO date. */
    readonly date: string;
}

/**
 * What Microsoft publishes of levels and recovery. The agreement itself ("Service Level Agreements for Microsoft Online Services",
 * https://www.microsoft.com/licensing/docs/view/Service-Level-Agreements-SLA-for-Online-Services) could not be read here: these pages of
 * Microsoft's quote it, and what was quoted may have been raised since.
 */
export const SOURCES = {
    "availability-sql-blog": {
        title: "Understanding and leveraging Azure SQL Database's SLA",
        url: "https://azure.microsoft.com/blog/understanding-and-leveraging-azure-sql-database-sla/",
        date: "2019-07-18",
    },
    "business-metrics": {
        title: "Azure Well-Architected Framework: Use business metrics to design resilient Azure applications",
        url: "https://learn.microsoft.com/azure/architecture/framework/resiliency/business-metrics",
        date: "2023-05-02",
    },
    "resilient-design": {
        title: "Azure Architecture Center: Designing resilient applications for Azure",
        url: "https://learn.microsoft.com/azure/architecture/resiliency/",
        date: "2017-05-26",
    },
    "reliable-web-app": {
        title: "Azure Architecture Center: Reliable web app pattern for .NET, Plan the implementation",
        url: "https://learn.microsoft.com/azure/architecture/web-apps/guides/reliable-web-app/dotnet/plan-implementation",
        date: "2024-04-15",
    },
    "sql-continuity": {
        title: "Overview of business continuity with Azure SQL Database",
        url: "https://learn.microsoft.com/azure/azure-sql/database/business-continuity-high-availability-disaster-recover-hadr-overview",
        date: "2021-10-18",
    },
    "storage-redundancy": {
        title: "Azure Storage redundancy",
        url: "https://learn.microsoft.com/azure/storage/common/storage-redundancy",
        date: "2023-09-06",
    },
    "traffic-monitoring": {
        title: "Traffic Manager endpoint monitoring",
        url: "https://learn.microsoft.com/azure/traffic-manager/traffic-manager-monitoring",
        date: "2018-12-04",
    },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof SOURCES;
