import type { PlanResource } from "../plan/plan";
import { templated } from "../plan/templated";

/** A service of Azure, and a region where the plan has something of it; none where the plan names no region. */
export interface UsedService {
    readonly service: string;
    readonly region?: string;
}

/** Services as Microsoft's reports name them, by module of azure-native. What has no location of its own lies in its parent's. */
const BY_MODULE: Readonly<Record<string, string>> = {
    applicationinsights: "Azure Monitor",
    authorization: "Azure Resource Manager",
    consumption: "Microsoft Cost Management",
    dataprotection: "Azure Backup",
    keyvault: "Azure Key Vault",
    managedidentity: "Microsoft Entra ID",
    monitor: "Azure Monitor",
    network: "Azure Virtual Network",
    operationalinsights: "Azure Monitor",
    policyinsights: "Azure Policy",
    privatedns: "Azure DNS",
    resources: "Azure Resource Manager",
    security: "Microsoft Defender for Cloud",
    sql: "Azure SQL Database",
    storage: "Azure Storage",
    trafficmanager: "Azure Traffic Manager",
    web: "App Service",
};

/** Types that belong to another service than the rest of their module. */
const BY_TYPE: Readonly<Record<string, string>> = {
    "authorization:PolicyAssignment": "Azure Policy",
    "authorization:PolicyDefinition": "Azure Policy",
    "authorization:PolicyExemption": "Azure Policy",
    "authorization:PolicySetDefinition": "Azure Policy",
    "network:DdosProtectionPlan": "Azure DDoS Protection",
    "network:FlowLog": "Network Watcher",
    "network:NetworkWatcher": "Network Watcher",
    "network:PrivateDnsZoneGroup": "Azure Private Link",
    "network:PrivateEndpoint": "Azure Private Link",
    "sql:DatabaseSecurityAlertPolicy": "Microsoft Defender for Cloud",
    "sql:ServerSecurityAlertPolicy": "Microsoft Defender for Cloud",
    "sql:SqlVulnerabilityAssessmentsSetting": "Microsoft Defender for Cloud",
};

/** The service of a type of azure-native; a type that nobody has placed stands for itself, so that no report covers it. */
export function serviceOf(type: string): string {
    const [, module = "", name = ""] = type.split(":");
    return lookUp(BY_TYPE, `${module}:${name}`) ?? lookUp(BY_MODULE, module) ?? type;
}

/** The same by provider of Azure Resource Manager, for what a deployment makes by template. */
const BY_PROVIDER: Readonly<Record<string, string>> = {
    "microsoft.insights": "Azure Monitor",
    "microsoft.resources": "Azure Resource Manager",
    "microsoft.security": "Microsoft Defender for Cloud",
    "microsoft.web": "App Service",
};

/** The service of a type of Azure Resource Manager, such as `Microsoft.Security/pricings`. */
export const serviceOfArm = (type: string): string =>
    lookUp(BY_PROVIDER, type.split("/")[0]?.toLowerCase() ?? "") ?? type;

const lookUp = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
    Object.hasOwn(table, key) ? table[key] : undefined;

/** `West Europe` is `westeurope` in ARM's own spelling, which reports are written in here. */
const spelled = (location: string): string => location.replace(/\s/g, "").toLowerCase();

/** What a plan uses of Azure, each service in each region once. */
export function usedServices(resources: readonly PlanResource[]): readonly UsedService[] {
    const used = resources
        .filter(({ type }) => type.startsWith("azure-native:"))
        .flatMap((resource): readonly UsedService[] => {
            const { type, inputs } = resource;
            const region = typeof inputs.location === "string" ? spelled(inputs.location) : "global";
            // A global service lies in no region that a report could name.
            const own = { service: serviceOf(type), ...(region === "global" ? {} : { region }) };
            return [own, ...templated(resource).map((one) => ({ service: serviceOfArm(one.type) }))];
        });
    return [...new Map(used.map((one) => [`${one.service} ${one.region}`, one])).values()];
}
