import { describeLifeOf } from "./life-cycle";

describeLifeOf("acceptatie", [
    {
        title: "keeps deleted documents longer",
        setting: ["backup", "documents", "softDeleteDays"],
        value: 45,
        changes: [
            "update storage:BlobServiceProperties::documents-recovery containerDeleteRetentionPolicy.days,deleteRetentionPolicy.days",
        ],
    },
    {
        title: "grows the pool in both regions",
        setting: ["sql", "pool", "capacity"],
        value: 10,
        changes: [
            "update sql:ElasticPool::shard-01-primary-pool-pool sku.capacity",
            "update sql:ElasticPool::shard-01-secondary-pool-pool sku.capacity",
        ],
    },
]);
