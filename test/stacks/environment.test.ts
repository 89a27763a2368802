import { deployedAnswer } from "../../cli/offline/deployed-answer";
import { runEnvironment } from "../../cli/offline/plan-environment";
import { ALERT_QUERIES } from "../../infra/monitoring/alert-queries";
import { REGIONS } from "../../infra/regions";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import type { Planned } from "../planned";
import { previewed, resolved, street, TODAY } from "../street";
import { allBefore } from "./all-before";

describe("productie", () => {
    let plan: Planned;
    beforeAll(async () => {
        plan = await resolved("productie");
    });

    const regionsOf = (type: string) => plan.ofType(type).map(({ inputs }) => inputs.location);
    const both = ["northeurope", "westeurope"];
    const count = (type: string) => plan.ofType(type).length;

    it("has a SQL server and a pool in each of two EU regions, and one failover group over them", () => {
        expect(regionsOf("sql:Server").sort()).toEqual(both);
        expect(both.map((region) => REGIONS[region]?.membership)).toEqual(["EU", "EU"]);
        expect(regionsOf("sql:ElasticPool").sort()).toEqual(both);
        expect(plan.one("sql:FailoverGroup").inputs.databases).toHaveLength(count("sql:Database"));
    });

    it("has a database for each tenant, with both retention policies on both servers", () => {
        const tenants = street().productie.data.tenants.map(({ id }) => id);
        const tagged = plan.ofType("sql:Database").map(({ inputs }) => (inputs.tags as { tenant: string }).tenant);
        expect(tagged.sort()).toEqual([...tenants].sort());
        for (const policy of ["sql:BackupShortTermRetentionPolicy", "sql:LongTermRetentionPolicy"]) {
            expect(count(policy)).toBe(2 * tenants.length);
        }
        expect(count("sql:TransparentDataEncryption")).toBe(tenants.length);
    });

    it("has the declared firewall rules on both servers and none otherwise", () => {
        const declared = street().productie.settings.sql.firewall.map(({ start, end }) => `${start}-${end}`);
        const planned = plan
            .ofType("sql:FirewallRule")
            .map((r) => `${r.inputs.startIpAddress}-${r.inputs.endIpAddress}`);
        expect(planned.sort()).toEqual([...declared, ...declared].sort());
        expect(count("sql:VirtualNetworkRule")).toBe(0);
    });

    it("reaches each SQL server and each back-end from both regions, privately", () => {
        const links = plan.ofType("network:PrivateEndpoint").map(({ inputs }) => {
            const [{ privateLinkServiceId }] = inputs.privateLinkServiceConnections as [
                { privateLinkServiceId: string },
            ];
            return `${inputs.location} -> ${privateLinkServiceId}`;
        });
        const targets = [
            ...plan.ofType("sql:Server").map(({ inputs }) => `/servers/${inputs.serverName}`),
            ...plan
                .ofType("web:WebApp")
                .filter(isBackEnd)
                .map(({ inputs }) => `/sites/${inputs.name}`),
        ];
        expect(targets).toHaveLength(4);
        for (const target of targets) {
            expect(
                links
                    .filter((link) => link.endsWith(target))
                    .map((link) => link.split(" ")[0])
                    .sort(),
            ).toEqual(both);
        }
    });

    it("has a front-end and a back-end in both regions, and both front-ends behind Traffic Manager", () => {
        const sites = plan.ofType("web:WebApp");
        expect(
            sites
                .filter(isBackEnd)
                .map(({ inputs }) => inputs.location)
                .sort(),
        ).toEqual(both);
        const frontEnds = sites.filter((site) => !isBackEnd(site)).map(({ inputs }) => `/sites/${inputs.name}`);
        const { endpoints } = plan.one("trafficmanager:Profile").inputs;
        const targets = (endpoints as { targetResourceId: string }[]).map(({ targetResourceId }) => targetResourceId);
        expect(targets.map((id) => frontEnds.some((site) => id.endsWith(site)))).toEqual([true, true]);
    });

    it("has a vault and a workspace in both regions, a backup vault, alerts and locks", () => {
        expect(regionsOf("keyvault:Vault").sort()).toEqual(both);
        expect(regionsOf("operationalinsights:Workspace").sort()).toEqual(both);
        expect(count("dataprotection:BackupVault")).toBe(1);
        expect(count("monitor:ScheduledQueryRule")).toBeGreaterThan(10);
        expect(plan.ofType("monitor:ActionGroup").map(({ inputs }) => inputs.location)).not.toContain("global");
        expect(count("authorization:ManagementLockByScope")).toBeGreaterThan(10);
    });

    it("never locks a server or a resource group, whose children must stay removable", () => {
        const scopes = plan.ofType("authorization:ManagementLockByScope").map(({ inputs }) => String(inputs.scope));
        expect(scopes.filter((scope) => /\/servers\/[^/]+$|\/resourceGroups\/[^/]+$/.test(scope))).toEqual([]);
    });

    it("has each alert only where a source of its query writes its logs: elsewhere it would sleep", () => {
        const sources = new Set(
            plan.ofType("monitor:DiagnosticSetting").map(({ inputs }) => {
                const [, type] = /\/providers\/(?!.*\/providers\/)(.*)$/.exec(String(inputs.resourceUri)) ?? [];
                return `${inputs.workspaceId} ${kindOf(type ?? "")}`;
            }),
        );
        const rules = plan.ofType("monitor:ScheduledQueryRule").map(({ inputs }) => inputs);
        const asleep = rules.filter(({ scopes, displayName }) => {
            const row = ALERT_QUERIES.find(({ id }) => id === displayName);
            return !sources.has(`${(scopes as string[])[0]} ${row?.source}`);
        });
        expect(asleep.map(({ location, displayName }) => `${location} ${displayName}`)).toEqual([]);
        expect(new Set(rules.map(({ displayName }) => displayName)).size).toBe(ALERT_QUERIES.length);
    });

    it("tells once, in the primary region, of what exists once: backups, traffic and the databases' key", () => {
        const regions = (id: string) =>
            plan.ofType("monitor:ScheduledQueryRule").flatMap(({ inputs }) => {
                return inputs.displayName === id ? [inputs.location] : [];
            });
        for (const id of ["backup-failed", "traffic-endpoint-down", "key-near-expiry"]) {
            expect(regions(id)).toEqual(["westeurope"]);
        }
    });

    it("hears the operators' vaults, where certificates live, by settings that name the environment: vaults may be shared", () => {
        const { operatorVaults } = street().productie.settings;
        const heard = plan
            .ofType("monitor:DiagnosticSetting")
            .filter(({ inputs }) => Object.values(operatorVaults).includes(String(inputs.resourceUri)));
        expect(heard.map(({ inputs }) => inputs.name)).toEqual([
            "primary-operator-vault-logs-productie",
            "secondary-operator-vault-logs-productie",
        ]);
    });

    it("tells of a certificate that ends within 30 days in both regions, each of which has its own vault", () => {
        const rules = plan.ofType("monitor:ScheduledQueryRule").map(({ inputs }) => inputs);
        const found = rules.filter(({ displayName }) => displayName === "certificate-near-expiry");
        expect(found.map(({ location }) => location).sort()).toEqual(["northeurope", "westeurope"]);
        for (const { criteria, enabled } of found) {
            expect(enabled).toBe(true);
            expect(JSON.stringify(criteria)).toContain("CertificateNearExpiryEventGridNotification");
        }
    });

    it("starts a site's release after its rights, its package, its secrets and the runners' subnet, in state as well", () => {
        for (const site of plan.ofType("web:WebApp")) {
            const [role, application] = site.name.split(/-(.*)-site/);
            // The release is named in the settings, and starts with them.
            const settings = plan.one("web:WebAppApplicationSettings", `${role}-${application}-settings`);
            const before = [...allBefore(settings, plan)].map((urn) => urn.split("::").pop());
            expect(before).toEqual(
                expect.arrayContaining([
                    `${application}-rights-${role}-vault`,
                    `${role}-network-runners-subnet`,
                    `${role}-hosting-packages-link-${site.inputs.location}-records`,
                    `${role}-vault-link-records`,
                    `${role}-operator-vault-link-records`,
                ]),
            );
        }
    });

    it("puts back-ends' endpoints in a subnet of their own, which no other back-end reaches", () => {
        const subnets = plan
            .ofType("network:PrivateEndpoint")
            .filter(isBackEnd)
            .map(({ inputs }) => (inputs.subnet as { id: string }).id.split("/").pop());
        expect(subnets).toEqual(Array(4).fill("back-end-endpoints"));
    });

    it("writes one endpoint after the other into a target: two at once are a 409 that is not retried", () => {
        const endpoints = plan.ofType("network:PrivateEndpoint").map((endpoint) => {
            const [connection] = endpoint.inputs.privateLinkServiceConnections as [{ privateLinkServiceId: string }];
            return { ...endpoint, target: connection.privateLinkServiceId, before: allBefore(endpoint, plan) };
        });
        const pairs = endpoints.flatMap((one, at) => endpoints.slice(at + 1).map((other) => [one, other] as const));
        const shared = pairs.filter(([one, other]) => one.target === other.target);
        expect(shared.length).toBeGreaterThan(4);
        const atOnce = shared.filter(([one, other]) => !one.before.has(other.urn) && !other.before.has(one.urn));
        expect(atOnce.map(([one, other]) => `${one.name} and ${other.name}`)).toEqual([]);
    });

    it("writes one endpoint after the other into a subnet, of whatever target: a subnet too takes one change at a time", () => {
        const endpoints = plan.ofType("network:PrivateEndpoint").map((endpoint) => {
            const { id } = endpoint.inputs.subnet as { id: string };
            return { ...endpoint, subnet: id, before: allBefore(endpoint, plan) };
        });
        const pairs = endpoints.flatMap((one, at) => endpoints.slice(at + 1).map((other) => [one, other] as const));
        const shared = pairs.filter(([one, other]) => one.subnet === other.subnet);
        expect(shared.length).toBeGreaterThan(9);
        const atOnce = shared.filter(([one, other]) => !one.before.has(other.urn) && !other.before.has(one.urn));
        expect(atOnce.map(([one, other]) => `${one.name} and ${other.name}`)).toEqual([]);
    });

    it("shows no tenant's name anywhere in Azure", () => {
        const names = street().productie.data.tenants.map(({ name }) => name);
        const sent = JSON.stringify(plan.resources);
        expect(names.filter((name) => sent.includes(name))).toEqual([]);
    });

    it("gives the applications their rights by one identity each, on single resources only", () => {
        const assignments = plan
            .ofType("authorization:RoleAssignment")
            .filter(({ name }) => /^(front|back)-end-rights-/.test(name))
            .map(({ inputs }) => inputs);
        expect(assignments.length).toBeGreaterThan(10);
        expect(assignments.filter(({ principalType }) => principalType !== "ServicePrincipal")).toEqual([]);
        expect(assignments.filter(({ scope }) => !String(scope).includes("/providers/"))).toEqual([]);
    });
});

/** `Microsoft.Sql/servers/x/databases/y` without its names. */
function kindOf(path: string): string {
    const [namespace, ...rest] = path.split("/");
    return [namespace, ...rest.filter((_, index) => index % 2 === 0)].join("/");
}

const isBackEnd = ({ name }: { name: string }) => name.includes("back-end");

describe("an environment", () => {
    it.each(ENVIRONMENTS)("keeps its own %s in every tag", async (environment) => {
        const { resources } = await previewed(environment);
        const tags = resources.map(({ inputs }) => inputs.tags as { environment?: string } | undefined);
        const named = tags.filter((tag) => tag !== undefined).map((tag) => tag.environment);
        expect(new Set(named)).toEqual(new Set([environment]));
    });

    it("is made of the same parts in all four: only values differ", async () => {
        const shapes: string[][] = [];
        for (const environment of ENVIRONMENTS) {
            const { resources } = await previewed(environment);
            shapes.push(resources.filter(isPart).map(({ name, type }) => `${name} ${type}`));
        }
        expect(new Set(shapes.map((shape) => shape.join("\n"))).size).toBe(1);
    });

    it("keeps what holds data from being deleted in acceptatie and productie, and only there", async () => {
        const held = async (environment: (typeof ENVIRONMENTS)[number]) => {
            const { resources } = await previewed(environment);
            return resources.filter(({ type }) => HOLDS_DATA.test(type)).map(({ protect }) => protect);
        };
        expect(new Set(await held("ontwikkeling"))).toEqual(new Set([false]));
        expect(new Set(await held("acceptatie"))).toEqual(new Set([true]));
        expect(new Set(await held("productie"))).toEqual(new Set([true]));
    });

    it("tells where visitors go, what DNS must point to, its release and its listener", async () => {
        const loaded = street().productie;
        const answer = deployedAnswer(loaded.settings.subscriptionId);
        const { outputs } = await runEnvironment(loaded, { today: TODAY, preview: false, answer });
        expect(outputs).toEqual({
            url: "https://advisor.figlo.example",
            trafficManagerHost: "figlo-advisor.trafficmanager.net",
            domainVerificationId: expect.stringMatching(/^[0-9A-F]{64}$/),
            release: loaded.settings.release.version,
            releases: [loaded.settings.release],
            sqlHost: expect.stringMatching(/^sqlfog-figlo-advisor-productie.*\.database\.windows\.net$/),
        });
    });
});

const isPart = ({ type }: { type: string }) =>
    type.startsWith("figlo:stacks:") || type.startsWith("figlo:infra:WebApp");

const HOLDS_DATA =
    /^azure-native:(sql:(Server|ElasticPool|Database|FailoverGroup)|keyvault:(Vault|Key)|storage:(StorageAccount|BlobContainer)|operationalinsights:Workspace|dataprotection:BackupVault|web:Certificate)$/;
