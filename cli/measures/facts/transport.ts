import type { PlanResource } from "../../plan/plan";
import { inputAt, PlannedResources, regionOf } from "../../plan/planned-resources";
import type { Facts } from "../facts";

/** The hosts that answer with TLS: which certificate each shows, and from which version on. */
export const transport: Facts = {
    measure: 9,
    of: ({ resources }) => {
        const plan = new PlannedResources(resources);
        return [
            ...plan.ofType("web:WebAppHostNameBinding").map((binding) => publicName(binding, plan)),
            ...plan.ofType("web:WebApp").map(site),
            ...plan.ofType("sql:Server").map(sqlServer),
            ...plan.ofType("storage:StorageAccount").map(store),
            ...plan.ofType("keyvault:Vault").map(vault),
        ];
    },
};

function publicName(binding: PlanResource, plan: PlannedResources): string {
    const [served] = plan.references(binding, "siteName", "web:WebApp");
    const [direct] = plan.references(binding, "thumbprint", "web:Certificate");
    const host = said(inputAt(binding, "hostName"));
    // A managed certificate is bound by a template after the name itself.
    const made = plan
        .ofType("web:Certificate")
        .find((each) => said(inputAt(each, "canonicalName")) === host && served && regionOf(each) === regionOf(served));
    const region = served ? regionOf(served) : "a region that is not known";
    return `https://${host} in ${region} shows ${certificateOf(direct ?? made)}; ${served ? siteVersion(served) : "TLS version not known"}`;
}

function certificateOf(certificate: PlanResource | undefined): string {
    if (!certificate) {
        return "no certificate";
    }
    const secret = inputAt(certificate, "keyVaultSecretName");
    return typeof secret === "string"
        ? `certificate '${secret}' of the vault ${lastOf(said(inputAt(certificate, "keyVaultId")))}`
        : // It lies in no vault, and App Service logs nothing when it cannot renew one.
          "a certificate that App Service manages, of whose end no alert tells";
}

const site = (app: PlanResource): string => {
    const only = inputAt(app, "httpsOnly") === true ? "HTTPS only" : "HTTP as well";
    const scm = said(inputAt(app, "siteConfig", "scmMinTlsVersion"));
    return `${app.name} in ${regionOf(app)} shows Azure's certificate at its own name; ${only}, ${siteVersion(app)}, SCM from ${scm} on`;
};

const siteVersion = (app: PlanResource): string => `TLS from ${said(inputAt(app, "siteConfig", "minTlsVersion"))} on`;

const sqlServer = (server: PlanResource): string =>
    `${server.name} in ${regionOf(server)} shows Azure's certificate; TLS from ${said(inputAt(server, "minimalTlsVersion"))} on`;

const store = (account: PlanResource): string => {
    const version = said(inputAt(account, "minimumTlsVersion")).replace(/^TLS(\d)_(\d)$/, "$1.$2");
    const only = inputAt(account, "enableHttpsTrafficOnly") === true ? "HTTPS only" : "HTTP as well";
    return `${account.name} in ${regionOf(account)} shows Azure's certificate; ${only}, TLS from ${version} on`;
};

/** A vault has no setting for it. */
const vault = (each: PlanResource): string =>
    `${each.name} in ${regionOf(each)} shows Azure's certificate; HTTPS only, TLS as Azure decides`;

const said = (value: unknown): string => (typeof value === "string" ? value : "what is not known");

const lastOf = (id: string): string => id.split("/").at(-1) ?? id;
