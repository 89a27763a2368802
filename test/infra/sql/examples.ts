import type { AddressRange } from "../../../infra/sql/address-range";
import type { PoolSize } from "../../../infra/sql/pool-size";
import type { SqlBackup } from "../../../infra/sql/retention";
import type { DatabaseKeyRef } from "../../../infra/sql/server-encryption";
import { Shard } from "../../../infra/sql/shard";
import type { ShardArgs, Tenant } from "../../../infra/sql/shard-args";
import { place, privateAccess, secondPlace } from "../examples";

export const administrators = {
    group: "sql-administrators-proef",
    objectId: "22222222-2222-2222-2222-222222222222",
    tenantId: "11111111-1111-1111-1111-111111111111",
};

export const pool = (changes: Partial<PoolSize> = {}): PoolSize => ({
    tier: "GeneralPurpose",
    family: "Gen5",
    capacity: 4,
    maxSizeGb: 512,
    perDatabaseCapacity: 2,
    zoneRedundant: true,
    ...changes,
});

export const backup = (changes: Partial<SqlBackup> = {}): SqlBackup => ({
    pointInTimeDays: 14,
    differentialHours: 12,
    weeks: 10,
    months: 12,
    years: 7,
    weekOfYear: 1,
    ...changes,
});

export const office = (changes: Partial<AddressRange> = {}): AddressRange => ({
    name: "office",
    start: "198.51.100.10",
    end: "198.51.100.20",
    reason: "support from the office",
    ...changes,
});

export const key: DatabaseKeyRef = {
    identityId: "id-of-the-identity",
    keyUriWithVersion: "https://kv-proef.vault.azure.net/keys/sql/0a1b2c",
    serverKeyName: "kv-proef_sql_0a1b2c",
};

export const tenant = (id: string, changes: Partial<Tenant> = {}): Tenant => ({
    id,
    active: true,
    addresses: [],
    released: false,
    ...changes,
});

/** A valid shard with two tenants; a test changes one thing. */
export const shardArgs = (changes: Partial<ShardArgs> = {}): ShardArgs => ({
    shard: "01",
    primary: { place: place(), workspaceId: "workspace-one", access: privateAccess(place()) },
    secondary: { place: secondPlace(), workspaceId: "workspace-two", access: privateAccess(secondPlace()) },
    activeRegion: "primary",
    administrators,
    alertEmails: ["alerts@figlo.example"],
    pool: pool(),
    backup: backup(),
    firewall: [],
    application: { name: "id-proef-back-end", clientId: "33333333-3333-3333-3333-333333333333" },
    tenants: [tenant("t7k2"), tenant("a9x4")],
    ...changes,
});

export const shard = (changes: Partial<ShardArgs> = {}): Shard => new Shard("sql", shardArgs(changes));
