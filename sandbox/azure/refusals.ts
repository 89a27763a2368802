import type { Refusal } from "./refusal";
import { CREATE_ONLY_REFUSALS } from "./refusals/create-only";
import { DATA_PROTECTION_REFUSALS } from "./refusals/data-protection";
import { ELASTIC_POOL_REFUSALS } from "./refusals/elastic-pool";
import { ELIGIBILITY_REFUSALS } from "./refusals/eligibilities";
import { ENCRYPTION_REFUSALS } from "./refusals/encryption";
import { FAILOVER_GROUP_REFUSALS } from "./refusals/failover-group";
import { FIREWALL_REFUSALS } from "./refusals/firewall";
import { GLOBAL_NAME_REFUSALS } from "./refusals/global-names";
import { HYPERSCALE_REFUSALS } from "./refusals/hyperscale";
import { IN_USE_REFUSALS } from "./refusals/in-use";
import { KEY_VAULT_REFUSALS } from "./refusals/key-vault";
import { LOCATION_REFUSALS } from "./refusals/locations";
import { LOCK_REFUSALS } from "./refusals/locks";
import { MONITOR_REFUSALS } from "./refusals/monitor";
import { NAME_REFUSALS } from "./refusals/names";
import { NETWORK_REFUSALS } from "./refusals/network";
import { PARENT_REFUSALS } from "./refusals/parents";
import { POLICY_ASSIGNMENT_REFUSALS } from "./refusals/policy-assignments";
import { REFERENCE_REFUSALS } from "./refusals/references";
import { REGION_LIMIT_REFUSALS } from "./refusals/region-limits";
import { REQUIRED_REFUSALS } from "./refusals/required";
import { RETENTION_REFUSALS } from "./refusals/retention";
import { ROLE_ASSIGNMENT_REFUSALS } from "./refusals/role-assignments";
import { ROLE_DEFINITION_REFUSALS } from "./refusals/role-definitions";
import { SCHEMA_REFUSALS } from "./refusals/schema";
import { SQL_AUDIT_REFUSALS } from "./refusals/sql-audit";
import { SQL_DATABASE_REFUSALS } from "./refusals/sql-database";
import { SQL_REGION_REFUSALS } from "./refusals/sql-region";
import { SQL_SERVER_REFUSALS } from "./refusals/sql-server";
import { STORAGE_REFUSALS } from "./refusals/storage";
import { TRAFFIC_MANAGER_REFUSALS } from "./refusals/traffic-manager";
import { VALUE_REFUSALS } from "./refusals/values";
import { WEB_REFUSALS } from "./refusals/web";

/**
 * Everything that the played Azure refuses; the first that objects answers. In Azure's order: what guards every resource, then what its
 * own service asks; typings and schemas after them, since their sentences say less.
 */
export const REFUSALS: readonly Refusal[] = [
    ...LOCK_REFUSALS,
    ...PARENT_REFUSALS,
    ...LOCATION_REFUSALS,
    ...NAME_REFUSALS,
    ...GLOBAL_NAME_REFUSALS,
    ...REQUIRED_REFUSALS,
    ...CREATE_ONLY_REFUSALS,
    ...SQL_SERVER_REFUSALS,
    ...SQL_DATABASE_REFUSALS,
    ...SQL_REGION_REFUSALS,
    ...HYPERSCALE_REFUSALS,
    ...SQL_AUDIT_REFUSALS,
    ...FIREWALL_REFUSALS,
    ...ELASTIC_POOL_REFUSALS,
    ...RETENTION_REFUSALS,
    ...FAILOVER_GROUP_REFUSALS,
    ...ENCRYPTION_REFUSALS,
    ...KEY_VAULT_REFUSALS,
    ...STORAGE_REFUSALS,
    ...NETWORK_REFUSALS,
    ...WEB_REFUSALS,
    ...TRAFFIC_MANAGER_REFUSALS,
    ...DATA_PROTECTION_REFUSALS,
    ...ROLE_ASSIGNMENT_REFUSALS,
    ...ROLE_DEFINITION_REFUSALS,
    ...ELIGIBILITY_REFUSALS,
    ...POLICY_ASSIGNMENT_REFUSALS,
    ...MONITOR_REFUSALS,
    ...REGION_LIMIT_REFUSALS,
    ...REFERENCE_REFUSALS,
    ...IN_USE_REFUSALS,
    ...VALUE_REFUSALS,
    ...SCHEMA_REFUSALS,
];
