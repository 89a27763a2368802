import { describeLifeOf } from "./life-cycle";

describeLifeOf("ontwikkeling", [
    {
        title: "gives sessions fewer hours by changing the sign-in of each site alone",
        setting: ["web", "sessionHours"],
        value: 4,
        changes: [
            "update web:WebAppAuthSettingsV2WithoutSecrets::primary-back-end-authentication login.cookieExpiration.timeToExpiration",
            "update web:WebAppAuthSettingsV2WithoutSecrets::primary-front-end-authentication login.cookieExpiration.timeToExpiration",
            "update web:WebAppAuthSettingsV2WithoutSecrets::secondary-back-end-authentication login.cookieExpiration.timeToExpiration",
            "update web:WebAppAuthSettingsV2WithoutSecrets::secondary-front-end-authentication login.cookieExpiration.timeToExpiration",
        ],
    },
    {
        title: "grows the plans of both regions",
        setting: ["web", "plan", "instances"],
        value: 3,
        changes: [
            "update web:AppServicePlan::primary-hosting-plan-plan sku.capacity",
            "update web:AppServicePlan::secondary-hosting-plan-plan sku.capacity",
        ],
    },
    {
        title: "opens both servers for an address that is declared, and adds its rule to each",
        setting: ["sql", "firewall"],
        value: [
            {
                name: "office-utrecht",
                start: "203.0.113.16",
                end: "203.0.113.31",
                reason: "Database administrators at the office in Utrecht restore and tune databases.",
            },
        ],
        changes: [
            "create sql:FirewallRule::shard-01-primary-firewall-office-utrecht",
            "create sql:FirewallRule::shard-01-secondary-firewall-office-utrecht",
            "update sql:Server::shard-01-primary-server publicNetworkAccess",
            "update sql:Server::shard-01-secondary-server publicNetworkAccess",
        ],
    },
    {
        title: "closes them again when it is not",
        setting: ["sql", "firewall"],
        value: [],
        changes: [
            "delete sql:FirewallRule::shard-01-primary-firewall-office-utrecht",
            "delete sql:FirewallRule::shard-01-secondary-firewall-office-utrecht",
            "update sql:Server::shard-01-primary-server publicNetworkAccess",
            "update sql:Server::shard-01-secondary-server publicNetworkAccess",
        ],
    },
]);
