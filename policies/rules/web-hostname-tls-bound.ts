import type { ResourceView, StackView } from "../model";
import { stackRule } from "../rule";
import { found, list, text } from "../show";

const BINDING = "azure-native:web:WebAppHostNameBinding";
const CERTIFICATE = "azure-native:web:Certificate";
const DEPLOYMENT = "azure-native:resources:Deployment";

export const webHostnameTlsBound = stackRule([BINDING, `${BINDING}Slot`], (binding, report, { stack }) => {
    const host = text(binding.props.hostName).toLowerCase();
    const isBound = binding.props.sslState === "SniEnabled" && binding.has("thumbprint");
    if (!host.endsWith(".azurewebsites.net") && !isBound && !hasManagedCertificate(binding, host, stack)) {
        report(
            binding.props.sslState === "SniEnabled"
                ? "sslState is 'SniEnabled' and no certificate is named"
                : found("sslState", binding.props.sslState),
        );
    }
});

/**
 * Azure makes a free certificate only for a name that is bound already, so its TLS is switched on later, by a template. Each
 * region has a binding, a certificate and a template of its own for the one name.
 */
function hasManagedCertificate(binding: ResourceView, host: string, stack: StackView): boolean {
    const bindings = stack.ofType(binding.type).filter(({ props }) => sameHost(props.hostName, host));
    const certificates = stack.ofType(CERTIFICATE).filter(({ inputs }) => sameHost(inputs.canonicalName, host));
    const templates = stack.ofType(DEPLOYMENT).filter((deployment) => switchesTlsOn(deployment, host));
    return Math.min(certificates.length, templates.length) >= bindings.length;
}

const switchesTlsOn = ({ props }: ResourceView, host: string): boolean =>
    sameHost(props.properties?.parameters?.hostName?.value, host) &&
    list(props.properties?.template?.resources).some(
        (resource) =>
            text(resource?.type).toLowerCase() === "microsoft.web/sites/hostnamebindings" &&
            resource.properties?.sslState === "SniEnabled",
    );

const sameHost = (name: unknown, host: string): boolean => text(name).toLowerCase() === host;
