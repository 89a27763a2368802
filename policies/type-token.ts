/** Where azure-native 2 kept types that version 3 has elsewhere: a plan or a state may hold the old token. */
const MOVED: ReadonlyMap<string, string> = new Map([
    ["azure-native:insights:ActionGroup", "azure-native:monitor:ActionGroup"],
    ["azure-native:insights:ActivityLogAlert", "azure-native:monitor:ActivityLogAlert"],
    ["azure-native:insights:AutoscaleSetting", "azure-native:monitor:AutoscaleSetting"],
    ["azure-native:insights:Component", "azure-native:applicationinsights:Component"],
    ["azure-native:insights:DataCollectionEndpoint", "azure-native:monitor:DataCollectionEndpoint"],
    ["azure-native:insights:DataCollectionRule", "azure-native:monitor:DataCollectionRule"],
    ["azure-native:insights:DataCollectionRuleAssociation", "azure-native:monitor:DataCollectionRuleAssociation"],
    ["azure-native:insights:DiagnosticSetting", "azure-native:monitor:DiagnosticSetting"],
    ["azure-native:insights:MetricAlert", "azure-native:monitor:MetricAlert"],
    ["azure-native:insights:PrivateLinkScope", "azure-native:monitor:PrivateLinkScope"],
    ["azure-native:insights:PrivateLinkScopedResource", "azure-native:monitor:PrivateLinkScopedResource"],
    ["azure-native:insights:ScheduledQueryRule", "azure-native:monitor:ScheduledQueryRule"],
    ["azure-native:insights:SubscriptionDiagnosticSetting", "azure-native:monitor:SubscriptionDiagnosticSetting"],
    ["azure-native:insights:WebTest", "azure-native:applicationinsights:WebTest"],
    ["azure-native:insights:Workbook", "azure-native:applicationinsights:Workbook"],
    ["azure-native:network:Endpoint", "azure-native:trafficmanager:Endpoint"],
    ["azure-native:network:PrivateRecordSet", "azure-native:privatedns:PrivateRecordSet"],
    ["azure-native:network:PrivateZone", "azure-native:privatedns:PrivateZone"],
    ["azure-native:network:Profile", "azure-native:trafficmanager:Profile"],
    ["azure-native:network:VirtualNetworkLink", "azure-native:privatedns:VirtualNetworkLink"],
]);

/**
 * A type token without its API version, in the module of azure-native 3. Versions stand in the module
 * (`azure-native:sql/v20230801:Server`) or, with `pulumi package add`, in the package (`azure-native_sql_v20230801:sql:Server`).
 */
export function withoutVersion(token: string): string {
    const plain = token.replace(/^azure-native_[a-z0-9]+_v\w+:/, "azure-native:").replace(/\/v\d{8}\w*:/, ":");
    return MOVED.get(plain) ?? plain;
}

/** True for a token that names a preview API version. */
export const isPreview = (token: string): boolean =>
    /^azure-native(_[a-z0-9]+_v\d+\w*preview:|:\w+\/v\d+\w*preview:)/i.test(token);
