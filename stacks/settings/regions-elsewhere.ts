/**
 * Azure's regions outside the European Union and the EEA, so that a message can tell a region that is refused from a misspelt one.
 * Only the wording depends on this list: what is admitted stands in `infra/regions.ts`. General knowledge, not complete for ever.
 */
export const REGIONS_ELSEWHERE: readonly string[] = (
    "australiacentral australiacentral2 australiaeast australiasoutheast brazilsouth brazilsoutheast canadacentral canadaeast " +
    "centralindia centralus chilecentral chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2 chinanorth3 eastasia eastus " +
    "eastus2 eastus3 indonesiacentral israelcentral japaneast japanwest jioindiacentral jioindiawest koreacentral koreasouth " +
    "malaysiawest mexicocentral newzealandnorth northcentralus qatarcentral southafricanorth southafricawest southcentralus " +
    "southeastasia southindia switzerlandnorth switzerlandwest uaecentral uaenorth uksouth ukwest usgovarizona usgovtexas " +
    "usgovvirginia westcentralus westindia westus westus2 westus3"
).split(" ");
