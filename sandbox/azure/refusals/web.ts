import type { Cloud, CloudObject } from "../cloud";
import type { CloudRequest, Refusal } from "../refusal";
import { badRequest, conflict, notFound } from "./answers";
import { numberAt, regionOf, textAt, textsAt, valueAt } from "./body";
import { groupId, lastOf, parentId, sameText } from "./ids";
import { UNVERIFIED } from "./sources";

const SITES = ["Microsoft.Web/sites"];
const BINDINGS = ["Microsoft.Web/sites/hostNameBindings"];
const CERTIFICATES = ["Microsoft.Web/certificates"];
const methods = ["PUT"] as const;
const MANAGED = "MicrosoftDocs/azure-docs, App Service TLS certificates, 2025-02";

const planOf = (cloud: Cloud, { arm }: CloudRequest): CloudObject | undefined =>
    cloud.get(textAt(arm.body, "properties.serverFarmId") ?? "");
const canonicalName = (body: CloudObject["body"]): string | undefined => textAt(body, "properties.canonicalName");
const thumbprintOf = ({ outputs }: CloudObject): string =>
    typeof outputs.thumbprint === "string" ? outputs.thumbprint : "";

export const WEB_REFUSALS: readonly Refusal[] = [
    {
        id: "plan-zones-need-premium",
        title: "A zone-redundant App Service plan is Premium v2, v3 or v4, Isolated v2, or Elastic Premium.",
        source: 'Microsoft, "Reliability in Azure App Service"; Elastic Premium, code and message [U]',
        types: ["Microsoft.Web/serverfarms"],
        methods,
        judge: ({ arm }) =>
            valueAt(arm.body, "properties.zoneRedundant") === true &&
            !/^(P\d\w*v[234]|I\d\w*v2|EP\d)$/i.test(textAt(arm.body, "sku.name") ?? "")
                ? badRequest(
                      "BadRequest",
                      `Zone redundancy is not supported for the pricing tier '${textAt(arm.body, "sku.name")}'.`,
                  )
                : undefined,
    },
    {
        id: "plan-zones-need-instances",
        title: "A zone-redundant App Service plan has at least two instances.",
        source: 'Microsoft, "Reliability in Azure App Service" (older texts say three); code and message [U]',
        types: ["Microsoft.Web/serverfarms"],
        methods,
        judge: ({ arm }) =>
            valueAt(arm.body, "properties.zoneRedundant") === true && (numberAt(arm.body, "sku.capacity") ?? 1) < 2
                ? badRequest("BadRequest", "A zone redundant App Service plan needs at least two instances.")
                : undefined,
    },
    {
        id: "site-other-region",
        title: "A site is in the region of its App Service plan.",
        source: UNVERIFIED,
        types: SITES,
        methods,
        judge: (request, cloud) => {
            const plan = regionOf(planOf(cloud, request)?.body);
            return plan === undefined || plan === regionOf(request.arm.body)
                ? undefined
                : badRequest(
                      "BadRequest",
                      `The site '${lastOf(request.id)}' must be in the region of its App Service plan, '${plan}'.`,
                  );
        },
    },
    {
        id: "site-subnet-delegation",
        title: "A site joins a subnet that is delegated to App Service.",
        source: "Azure/terraform-azurerm-vnet#46; Azure/azure-quickstart-templates#8813",
        types: SITES,
        methods,
        judge: ({ arm }, cloud) => {
            const subnet = cloud.get(textAt(arm.body, "properties.virtualNetworkSubnetId") ?? "");
            return subnet === undefined ||
                textsAt(subnet.body, "properties.delegations[].properties.serviceName").some((name) =>
                    sameText(name, "Microsoft.Web/serverFarms"),
                )
                ? undefined
                : badRequest(
                      "BadRequest",
                      `Subnet ${lastOf(subnet.id)} in VNET ${lastOf(parentId(subnet.id))} is missing a delegation to Microsoft.Web/serverFarms. Please add the delegation and try again.`,
                  );
        },
    },
    {
        id: "site-subnet-other-region",
        title: "A site joins a network of its own region.",
        source: UNVERIFIED,
        types: SITES,
        methods,
        judge: ({ arm }, cloud) => {
            const network = cloud.get(parentId(textAt(arm.body, "properties.virtualNetworkSubnetId") ?? ""));
            return network === undefined || regionOf(network.body) === regionOf(arm.body)
                ? undefined
                : badRequest("BadRequest", `The virtual network '${lastOf(network.id)}' is not in the site's region.`);
        },
    },
    {
        id: "binding-certificate-missing",
        title: "A host name is bound with TLS only by the thumbprint of a certificate that exists.",
        source: "pulumi/pulumi-azure-native#578; code and message [U]",
        types: BINDINGS,
        methods,
        judge: ({ arm }, cloud) => {
            const thumbprint = textAt(arm.body, "properties.thumbprint") ?? "";
            return ["Disabled", undefined].includes(textAt(arm.body, "properties.sslState")) ||
                cloud.all(CERTIFICATES[0]).some((one) => sameText(thumbprintOf(one), thumbprint))
                ? undefined
                : notFound("NotFound", `Cannot find Certificate with thumbprint '${thumbprint}'.`);
        },
    },
    {
        id: "managed-certificate-unbound",
        title: "A managed certificate needs its host name bound to a site of its plan first.",
        source: "pulumi/pulumi-azure-native#578; message [U]",
        types: CERTIFICATES,
        methods,
        judge: (request, cloud) => {
            const name = canonicalName(request.arm.body);
            const plan = textAt(request.arm.body, "properties.serverFarmId") ?? "";
            const bound = cloud
                .all(BINDINGS[0])
                .some(
                    ({ id }) =>
                        sameText(lastOf(id), name ?? "") &&
                        sameText(textAt(cloud.get(parentId(id))?.body, "properties.serverFarmId") ?? "", plan),
                );
            return name === undefined || bound
                ? undefined
                : badRequest(
                      "BadRequest",
                      `Properties.CanonicalName is invalid. Certificate creation requires hostname ${name} added to an App Service in the serverFarm ${plan}.`,
                  );
        },
    },
    {
        id: "managed-certificate-name",
        title: "A managed certificate is for one name of at most 64 characters, without wildcard.",
        source: `${MANAGED}; code and message [U]`,
        types: CERTIFICATES,
        methods,
        judge: ({ arm }) => {
            const name = canonicalName(arm.body) ?? "";
            return name.length > 64 || name.includes("*")
                ? badRequest("BadRequest", `Properties.CanonicalName is invalid: '${name}'.`)
                : undefined;
        },
    },
    {
        id: "managed-certificate-of-azure-name",
        title: "A managed certificate is for a name of one's own, not for one that Azure gives.",
        source: 'Microsoft, "App Service managed certificate changes" (July 2025: *.trafficmanager.net); *.azurewebsites.net, code and message [U]',
        types: CERTIFICATES,
        methods,
        judge: ({ arm }) =>
            /\.(trafficmanager|azurewebsites)\.net$/i.test(canonicalName(arm.body) ?? "")
                ? badRequest("BadRequest", `Properties.CanonicalName is invalid: '${canonicalName(arm.body)}'.`)
                : undefined,
    },
    {
        id: "managed-certificate-plan",
        title: "A managed certificate needs an App Service plan of Basic or higher.",
        source: `${MANAGED}; code and message [U]`,
        types: CERTIFICATES,
        methods,
        judge: (request, cloud) => {
            const sku = textAt(planOf(cloud, request)?.body, "sku.name") ?? "";
            return canonicalName(request.arm.body) !== undefined && /^(F\d|D\d|Free|Shared)/i.test(sku)
                ? badRequest("BadRequest", `Managed certificates are not supported for the pricing tier '${sku}'.`)
                : undefined;
        },
    },
    {
        id: "managed-certificate-twice",
        title: "A resource group has one managed certificate of a host name.",
        source: "Azure/azure-cli#15421; hashicorp/terraform-provider-azurerm#17378; code and message [U]",
        types: CERTIFICATES,
        methods,
        judge: ({ id, arm }, cloud) => {
            const name = canonicalName(arm.body);
            const twin = cloud
                .all(arm.type)
                .find(
                    (one) =>
                        name !== undefined &&
                        !sameText(one.id, id) &&
                        groupId(one.id)?.toLowerCase() === groupId(id)?.toLowerCase() &&
                        sameText(canonicalName(one.body) ?? "", name),
                );
            return (
                twin &&
                conflict(
                    "Conflict",
                    `A managed certificate for '${name}' already exists in the resource group: '${lastOf(twin.id)}'.`,
                )
            );
        },
    },
    {
        id: "certificate-in-use",
        title: "A certificate cannot be deleted while a host name is bound with it.",
        source: UNVERIFIED,
        types: CERTIFICATES,
        methods: ["DELETE"],
        judge: ({ existing }, cloud) => {
            const thumbprint = existing && thumbprintOf(existing);
            const binding =
                thumbprint &&
                cloud
                    .all(BINDINGS[0])
                    .find(({ body }) => sameText(textAt(body, "properties.thumbprint") ?? "", thumbprint));
            return binding
                ? conflict("Conflict", `The certificate is in use by binding '${lastOf(binding.id)}'.`)
                : undefined;
        },
    },
];
