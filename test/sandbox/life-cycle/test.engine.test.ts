import { describeLifeOf } from "./life-cycle";

describeLifeOf("test", [
    {
        title: "runs another release by changing the package of each site alone",
        setting: ["release", "version"],
        value: "3.8.3",
        changes: [
            "update web:WebAppApplicationSettings::primary-back-end-settings properties.WEBSITE_RUN_FROM_PACKAGE",
            "update web:WebAppApplicationSettings::primary-front-end-settings properties.WEBSITE_RUN_FROM_PACKAGE",
            "update web:WebAppApplicationSettings::secondary-back-end-settings properties.WEBSITE_RUN_FROM_PACKAGE",
            "update web:WebAppApplicationSettings::secondary-front-end-settings properties.WEBSITE_RUN_FROM_PACKAGE",
        ],
    },
    {
        title: "keeps logs longer in both regions",
        setting: ["monitoring", "retentionDays"],
        value: 120,
        changes: [
            "update operationalinsights:Workspace::primary-monitoring-workspace retentionInDays",
            "update operationalinsights:Workspace::secondary-monitoring-workspace retentionInDays",
        ],
    },
    {
        title: "alerts somebody else",
        setting: ["monitoring", "alertEmails"],
        value: ["night-watch@figlo.example"],
        changes: [
            "update monitor:ActionGroup::primary-alerts-group emailReceivers[0].emailAddress,emailReceivers[0].name",
            "update monitor:ActionGroup::secondary-alerts-group emailReceivers[0].emailAddress,emailReceivers[0].name",
            "update resources:DeploymentAtSubscriptionScope::security-contact-template properties.template.resources[0].properties.emails",
            "update sql:ServerSecurityAlertPolicy::shard-01-primary-audit-alerts emailAddresses[0]",
            "update sql:ServerSecurityAlertPolicy::shard-01-secondary-audit-alerts emailAddresses[0]",
        ],
    },
]);
