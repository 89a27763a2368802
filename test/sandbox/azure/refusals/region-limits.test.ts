import { REGION_LIMIT_REFUSALS } from "../../../../sandbox/azure/refusals/region-limits";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

const NO_ZONES = "ukwest";
const NO_PAIR = "italynorth";
const BOTH = "uksouth";

const plan = (location: string): Asked => ({
    method: "PUT",
    type: "web:AppServicePlan",
    change: { name: "asp-new", location, zoneRedundant: true, sku: { name: "P1v3", tier: "PremiumV3", capacity: 2 } },
});
const account = (location: string, name: string): Asked => ({
    method: "PUT",
    type: "storage:StorageAccount",
    change: { accountName: "stanother", location, sku: { name } },
});
const vault = (location: string, type: string): Asked => ({
    method: "PUT",
    type: "dataprotection:BackupVault",
    change: {
        vaultName: "bvault-new",
        location,
        properties: { storageSettings: [{ datastoreType: "VaultStore", type }] },
    },
});
const address = (location: string): Asked => ({
    method: "PUT",
    type: "network:PublicIPAddress",
    change: { publicIpAddressName: "pip-new", location, zones: ["1"] },
});

describeRefusals("what a region lacks", REGION_LIMIT_REFUSALS, {
    "plan-zones-region": { refused: plan(NO_ZONES), allowed: plan(BOTH), message: NO_ZONES },
    "storage-zones-region": {
        refused: account(NO_ZONES, "Standard_GZRS"),
        allowed: account(BOTH, "Standard_GZRS"),
        message: "'Standard_GZRS' is not supported in region 'ukwest'",
    },
    "storage-geo-region": {
        refused: account(NO_PAIR, "Standard_RAGRS"),
        allowed: account(NO_PAIR, "Standard_ZRS"),
        message: "'Standard_RAGRS' is not supported in region 'italynorth'",
    },
    "backup-vault-zones-region": {
        refused: vault(NO_ZONES, "ZoneRedundant"),
        allowed: vault(NO_ZONES, "LocallyRedundant"),
    },
    "backup-vault-geo-region": { refused: vault(NO_PAIR, "GeoRedundant"), allowed: vault(BOTH, "GeoRedundant") },
    "network-zones-region": { refused: address(NO_ZONES), allowed: address("UK South"), message: NO_ZONES },
});
