import type { Guidance } from "../guidance";

export const PLATFORM: Guidance = {
    "eu-allowed-locations": {
        why: "Personal data may rest and pass in the European Union only; one forgotten replica elsewhere breaks that promise.",
        example: 'new sql.Server("server", { ...args, location: "westeurope" });',
    },
    "host-allowed-types": {
        why: "Microsoft's certificates name services, not Azure as a whole; a preview, or a service that nobody looked up, may stand outside them.",
        example: 'new sql.Server("server", { ...args }); // on the list, and no preview API',
    },
    "log-retention": {
        why: "Most intrusions are found after months; by then short logs are gone.",
        example: 'new operationalinsights.Workspace("logs", { ...args, retentionInDays: 365 });',
    },
    "otap-glass-broken": {
        why: "What was let through in need has not been tested, and is forgotten when nobody is reminded of it.",
        example: `
# Pulumi.productie.yaml, once acceptatie has deployed the same release: without breakGlass
figlo-advisor:release:
  version: 3.8.1
`,
    },
    "otap-no-cross-env-reference": {
        why: "An environment that uses another's database, vault or host puts customers' data into a test, or a test into what customers use.",
        example: `
new web.WebAppApplicationSettings("settings", {
    ...args,
    properties: { SQL_HOST: shard.host }, // of this stack
});
`,
    },
    "otap-promotion-order": {
        why: "A release that skips a step reaches customers untested.",
        example: `
# Pulumi.acceptatie.yaml, after test has deployed it
figlo-advisor:release:
  version: 3.8.1
`,
    },
    "otap-required-tags": {
        why: "Without tags nobody can say whose a resource is, and which data it holds: neither in the bill nor in an incident.",
        example:
            'new sql.Server("server", { ...args, tags: { environment: "productie", owner: "platform", dataClass: "customer" } });',
    },
    "prod-delete-lock": {
        why: "The commonest disaster is a person who deletes the wrong thing.",
        example:
            'new authorization.ManagementLockByScope("documents-lock", { scope: documents.id, level: "CanNotDelete" });',
    },
    "transient-not-expired": {
        why: "A copy for a day that stays for a year is a second database with fewer safeguards.",
        example:
            'new sql.Database("copy", { ...args, createMode: "Copy", tags: { ...tags, dataClass: "transient", endDate: "2026-12-01" } });',
    },
};
