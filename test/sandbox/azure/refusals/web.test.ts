import { armResource } from "../../../../arm/arm-resource";
import { Cloud } from "../../../../sandbox/azure/cloud";
import { WEB_REFUSALS } from "../../../../sandbox/azure/refusals/web";
import { describeRefusals } from "./describe-refusals";
import { type Asked, PlayedStreet } from "./played-street";

type Change = Readonly<Record<string, unknown>>;

const plan = (name: string, capacity: number): Asked => ({
    method: "PUT",
    type: "web:AppServicePlan",
    name: "primary-hosting-plan-plan",
    change: { name: "asp-new", zoneRedundant: true, sku: { name, capacity } },
});

/** A site beside the primary front-end. */
const newSite = (change: Change): Asked => ({
    method: "PUT",
    type: "web:WebApp",
    name: "primary-front-end-site",
    change: { name: "app-new", ...change },
});

const joining =
    (subnet: string) =>
    (street: PlayedStreet): Asked =>
        newSite({ virtualNetworkSubnetId: street.idOf("network:Subnet", subnet) });

const binding = (change: Change): Asked => ({
    method: "PUT",
    type: "web:WebAppHostNameBinding",
    name: "primary-domain-binding",
    change,
});

/** The primary front-end's name, bound with a certificate. */
const boundWith =
    (thumbprint: (own: string) => string) =>
    (street: PlayedStreet): Asked => {
        const own = street.cloud.get(street.idOf("web:Certificate", "primary-domain-certificate"))?.outputs.thumbprint;
        return binding({ sslState: "SniEnabled", thumbprint: thumbprint(String(own)) });
    };

const certificate = (change: Change): Asked => ({
    method: "PUT",
    type: "web:Certificate",
    name: "primary-domain-certificate",
    change: { name: "new", ...change },
});

const LONGEST = `${"a".repeat(50)}.figlo.example`;
const bound = (hostName: string): Asked => binding({ hostName });

describeRefusals("App Service", WEB_REFUSALS, {
    "plan-zones-need-premium": {
        refused: plan("S1", 2),
        allowed: plan("P0v3", 2),
        message: "not supported for the pricing tier 'S1'",
    },
    "plan-zones-need-instances": { refused: plan("P1v3", 1), allowed: plan("P1v3", 2) },
    "site-other-region": {
        refused: newSite({ location: "northeurope", virtualNetworkSubnetId: undefined }),
        allowed: newSite({ location: "West Europe", virtualNetworkSubnetId: undefined }),
        message: "its App Service plan, 'westeurope'",
    },
    "site-subnet-delegation": {
        refused: joining("primary-network-runners-subnet"),
        allowed: joining("primary-network-back-end-subnet"),
        message:
            "Subnet runners in VNET vnet-figlo-advisor-test-weu is missing a delegation to Microsoft.Web/serverFarms.",
    },
    "site-subnet-other-region": {
        refused: joining("secondary-network-front-end-subnet"),
        allowed: joining("primary-network-front-end-subnet"),
    },
    "binding-certificate-missing": {
        refused: boundWith(() => "0".repeat(40)),
        allowed: boundWith((own) => own.toLowerCase()),
        message: `Cannot find Certificate with thumbprint '${"0".repeat(40)}'.`,
    },
    "managed-certificate-unbound": {
        given: [bound("new.figlo.example")],
        refused: certificate({ canonicalName: "other.figlo.example" }),
        allowed: certificate({ canonicalName: "new.figlo.example" }),
        message: "requires hostname other.figlo.example added to an App Service",
    },
    "managed-certificate-name": {
        given: [bound(LONGEST), bound(`a${LONGEST}`)],
        refused: certificate({ canonicalName: `a${LONGEST}` }),
        allowed: certificate({ canonicalName: LONGEST }),
        message: `Properties.CanonicalName is invalid: 'a${LONGEST}'.`,
    },
    "managed-certificate-of-azure-name": {
        given: [bound("new.trafficmanager.net"), bound("new.figlo.example")],
        refused: certificate({ canonicalName: "new.trafficmanager.net" }),
        allowed: certificate({ canonicalName: "new.figlo.example" }),
        message: "Properties.CanonicalName is invalid: 'new.trafficmanager.net'.",
    },
    "managed-certificate-plan": {
        given: [{ ...plan("F1", 1), change: { zoneRedundant: false, sku: { name: "F1" } } }],
        refused: { method: "PUT", type: "web:Certificate", name: "primary-domain-certificate" },
        allowed: { method: "PUT", type: "web:Certificate", name: "secondary-domain-certificate" },
        message: "not supported for the pricing tier 'F1'",
    },
    "managed-certificate-twice": {
        given: [bound("new.figlo.example")],
        refused: certificate({}),
        allowed: certificate({ canonicalName: "new.figlo.example" }),
        message: "'test.advisor.figlo.example' already exists in the resource group",
    },
    "certificate-in-use": {
        given: [boundWith((own) => own)],
        refused: { method: "DELETE", type: "web:Certificate", name: "primary-domain-certificate" },
        allowed: { method: "DELETE", type: "web:Certificate", name: "secondary-domain-certificate" },
        message: "in use by binding 'test.advisor.figlo.example'",
    },
});

describe("a managed certificate of the played Azure", () => {
    it("is for no wildcard", () => {
        const row = WEB_REFUSALS.find(({ id }) => id === "managed-certificate-name");
        const name = "wildcard";
        const id = `/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/certificates/${name}`;
        const answerTo = (canonicalName: string) => {
            const inputs = { resourceGroupName: "g", name, canonicalName };
            const arm = armResource({ type: "azure-native:web:Certificate", inputs });
            return row?.judge({ method: "PUT", id, arm, existing: undefined }, new Cloud())?.code;
        };
        expect(["*.figlo.example", "figlo.example"].map(answerTo)).toEqual(["BadRequest", undefined]);
    });
});

describe("a zone-redundant plan of Elastic Premium", () => {
    it("is allowed", async () => {
        const street = await PlayedStreet.of("test");
        expect(street.refusalOf(plan("EP1", 2))).toBeUndefined();
    });
});
