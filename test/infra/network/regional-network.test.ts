import { RegionalNetwork, type RegionalNetworkArgs } from "../../../infra/network/regional-network";
import { deployed, type Planned, planned } from "../../planned";
import { place, secondPlace } from "../examples";

const args = (changes: Partial<RegionalNetworkArgs> = {}): RegionalNetworkArgs => ({
    place: place(),
    addressSpace: "10.20.0.0/20",
    workspaceId: "workspace",
    resourceGroupId: "/subscriptions/sub/resourceGroups/rg-primary",
    ...changes,
});

const net = (changes: Partial<RegionalNetworkArgs> = {}) => new RegionalNetwork("net", args(changes));

const subnet = (plan: Planned, role: string) => plan.one("network:Subnet", `net-${role}-subnet`);

const ROLES = [
    "front-end",
    "back-end",
    "runners",
    "private-endpoints",
    "back-end-endpoints",
    "document-endpoints",
    "shard-01",
];

describe("RegionalNetwork", () => {
    it("gives the network no inline subnets: a list would drop those that later stacks add", async () => {
        const plan = await planned(() => net());
        const { inputs } = plan.one("network:VirtualNetwork");
        expect(inputs).not.toHaveProperty("subnets");
        expect(inputs).toMatchObject({
            virtualNetworkName: "vnet-figlo-advisor-proef-weu",
            location: "westeurope",
            addressSpace: { addressPrefixes: ["10.20.0.0/20"] },
        });
    });

    it("has a subnet for each purpose, each in its own range", async () => {
        const plan = await planned(() => net());
        const ranges = plan.ofType("network:Subnet").map(({ inputs }) => [inputs.subnetName, inputs.addressPrefix]);
        expect(Object.fromEntries(ranges)).toEqual({
            "front-end": "10.20.0.0/24",
            "back-end": "10.20.1.0/24",
            runners: "10.20.3.0/24",
            "private-endpoints": "10.20.2.0/24",
            "back-end-endpoints": "10.20.4.0/24",
            "document-endpoints": "10.20.5.0/24",
            "shard-01": "10.20.8.0/28",
        });
    });

    it("writes subnets one after the other, since Azure answers 409 AnotherOperationInProgress to two at once", async () => {
        const plan = await planned(() => net());
        const after = ROLES.slice(1).map((role, at) =>
            subnet(plan, role).dependencies.includes(subnet(plan, ROLES[at] as string).urn),
        );
        expect(after).toEqual([true, true, true, true, true, true]);
    });

    it.each(ROLES)("enforces network policies on private endpoints in %s, which the SDK switches off", async (role) => {
        const plan = await planned(() => net());
        expect(subnet(plan, role).inputs.privateEndpointNetworkPolicies).toBe("Enabled");
    });

    it.each(ROLES)("gives %s no default way out and a security group of its own", async (role) => {
        const plan = await deployed(() => net());
        expect(subnet(plan, role).inputs).toMatchObject({
            defaultOutboundAccess: false,
            networkSecurityGroup: { id: `id-of-net-${role}-nsg` },
        });
    });

    it("refuses in both directions what no rule allows", async () => {
        const plan = await planned(() => net());
        for (const { inputs } of plan.ofType("network:NetworkSecurityGroup")) {
            const rules = inputs.securityRules as { access: string; direction: string; priority: number }[];
            const last = rules.filter(({ priority }) => priority === 4096);
            expect(last.map(({ access, direction }) => `${access} ${direction}`)).toEqual([
                "Deny Inbound",
                "Deny Outbound",
            ]);
        }
    });

    it("hands the applications' subnets to App Service, and no other", async () => {
        const plan = await planned(() => net());
        const delegation = [{ name: "delegation", serviceName: "Microsoft.Web/serverFarms" }];
        expect(ROLES.map((role) => subnet(plan, role).inputs.delegations)).toEqual([
            delegation,
            delegation,
            ...ROLES.slice(2).map(() => []),
        ]);
    });

    it("lets SCM sites recognise the runners' subnet by its service endpoint, and no other", async () => {
        const plan = await planned(() => net());
        const web = [{ service: "Microsoft.Web", locations: ["*"] }];
        expect(ROLES.map((role) => subnet(plan, role).inputs.serviceEndpoints)).toEqual(
            ROLES.map((role) => (role === "runners" ? web : [])),
        );
    });

    it("knows the id of the runners' subnet in a first preview, from the names that it gives", async () => {
        let id: unknown;
        const plan = await planned(() => {
            id = net().runnersSubnetId;
        });
        const { virtualNetworkName } = plan.one("network:VirtualNetwork").inputs;
        const { subnetName } = subnet(plan, "runners").inputs;
        const group = "/subscriptions/sub/resourceGroups/rg-primary";
        expect(id).toBe(
            `${group}/providers/Microsoft.Network/virtualNetworks/${virtualNetworkName}/subnets/${subnetName}`,
        );
    });

    it("gives runners a way out, which virtual machines without default access lack, and no one else", async () => {
        const plan = await deployed(() => net());
        expect(subnet(plan, "runners").inputs.natGateway).toEqual({ id: "id-of-net-exit-gateway" });
        for (const role of ROLES.filter((other) => other !== "runners")) {
            expect(subnet(plan, role).inputs).not.toHaveProperty("natGateway");
        }
    });

    it("leads runners out by one fixed address in all zones", async () => {
        const plan = await deployed(() => net());
        expect(plan.one("network:NatGateway").inputs.publicIpAddresses).toEqual([{ id: "id-of-net-exit-address" }]);
        expect(plan.one("network:PublicIPAddress").inputs).toMatchObject({
            publicIPAllocationMethod: "Static",
            sku: { name: "Standard", tier: "Regional" },
            zones: ["1", "2", "3"],
        });
    });

    it("sends the logs of the network, of each security group and of the address to the workspace", async () => {
        const plan = await deployed(() => net());
        const settings = plan.ofType("monitor:DiagnosticSetting");
        expect(settings.map(({ inputs }) => inputs.resourceUri).sort()).toEqual(
            ["id-of-net-vnet", "id-of-net-exit-address", ...ROLES.map((role) => `id-of-net-${role}-nsg`)].sort(),
        );
        expect(settings.filter(({ inputs }) => inputs.workspaceId !== "workspace")).toEqual([]);
    });

    it("asks no metrics of security groups, which have none", async () => {
        const plan = await planned(() => net());
        expect(plan.one("monitor:DiagnosticSetting", "net-shard-01-nsg-logs").inputs.metrics).toEqual([]);
    });

    it("puts outputs where private endpoints find them", async () => {
        let made: RegionalNetwork | undefined;
        await planned(() => {
            made = net();
        });
        expect(made?.platformAccess.place.region).toBe("westeurope");
        expect(Object.keys(made?.shardAccess.zoneIds ?? {})).toEqual(["blob", "sites", "sqlServer", "vault"]);
        expect(made?.platformAccess.zoneIds).toBe(made?.shardAccess.zoneIds);
        const accesses = [made?.platformAccess, made?.backEndAccess, made?.documentAccess, made?.shardAccess];
        expect(new Set(accesses.map((access) => access?.subnetId)).size).toBe(4);
    });

    it("refuses a region outside the European Union", async () => {
        await expect(planned(() => net({ place: place({ region: "uksouth" }) }))).rejects.toThrow(
            "'uksouth' is not a region of the European Union",
        );
    });

    it("refuses an address space that is not a /20", async () => {
        await expect(planned(() => net({ addressSpace: "10.20.0.0/24" }))).rejects.toThrow("is a /24; expected");
    });
});

describe("the private DNS zones of a region", () => {
    it("are its own: two regions have each zone once, in their own resource groups", async () => {
        const plan = await planned(() => {
            new RegionalNetwork("first", args());
            new RegionalNetwork("second", args({ place: secondPlace(), addressSpace: "10.30.0.0/20" }));
        });
        const zones = plan.ofType("privatedns:PrivateZone").map(({ inputs }) => inputs);
        const sql = zones.filter(({ privateZoneName }) => privateZoneName === "privatelink.database.windows.net");
        expect(zones).toHaveLength(8);
        expect(sql.map(({ resourceGroupName }) => resourceGroupName)).toEqual(["rg-primary", "rg-secondary"]);
        expect(zones.filter(({ location }) => location !== "global")).toEqual([]);
    });

    it("are linked to this region's network only, without registration", async () => {
        const plan = await deployed(() => {
            new RegionalNetwork("first", args());
            new RegionalNetwork("second", args({ place: secondPlace(), addressSpace: "10.30.0.0/20" }));
        });
        const links = plan.ofType("privatedns:VirtualNetworkLink");
        const wired = links.map(({ name, inputs }) => [
            name.split("-")[0],
            (inputs.virtualNetwork as { id: string }).id,
            inputs.registrationEnabled,
        ]);
        expect(wired).toEqual(
            expect.arrayContaining([
                ["first", "id-of-first-vnet", false],
                ["second", "id-of-second-vnet", false],
            ]),
        );
        expect(new Set(wired.map(String)).size).toBe(2);
        expect(links).toHaveLength(8);
    });

    it("are linked one after the other, after the last subnet: links in parallel meet a 409 that is not retried", async () => {
        const plan = await planned(() => net());
        const link = (service: string) => plan.one("privatedns:VirtualNetworkLink", `net-zones-${service}-link`);
        expect(link("blob").dependencies).toContain(subnet(plan, "shard-01").urn);
        expect(link("sites").dependencies).toContain(link("blob").urn);
        expect(link("sqlServer").dependencies).toContain(link("sites").urn);
        expect(link("vault").dependencies).toContain(link("sqlServer").urn);
    });
});
