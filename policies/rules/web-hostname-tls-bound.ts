import { UndecidedError } from "../marks";
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
    const index = indexOf(stack);
    if (index instanceof UndecidedError) {
        throw index;
    }
    const [bindings = [], certificates = [], templates = []] = [
        index.bindings.get(host)?.filter(({ type }) => type === binding.type),
        index.certificates.get(host),
        index.templates.get(host)?.filter(switchesTlsOn),
    ];
    return Math.min(certificates.length, templates.length) >= bindings.length;
}

type ByHost = ReadonlyMap<string, readonly ResourceView[]>;
type Index = Readonly<Record<"bindings" | "certificates" | "templates", ByHost>>;

/** Kept for each stack, so that not every binding reads every other; an error where one of them might have any name. */
const indexes = new WeakMap<StackView, Index | UndecidedError>();

function indexOf(stack: StackView): Index | UndecidedError {
    const made = indexes.get(stack) ?? index(stack);
    indexes.set(stack, made);
    return made;
}

function index(stack: StackView): Index | UndecidedError {
    try {
        return {
            bindings: byHost(stack.ofType(BINDING, `${BINDING}Slot`), ({ props }) => props.hostName),
            certificates: byHost(stack.ofType(CERTIFICATE), ({ inputs }) => inputs.canonicalName),
            templates: byHost(stack.ofType(DEPLOYMENT), ({ props }) => props.properties?.parameters?.hostName?.value),
        };
    } catch (error) {
        if (error instanceof UndecidedError) {
            return error;
        }
        throw error;
    }
}

function byHost(resources: readonly ResourceView[], hostOf: (resource: ResourceView) => unknown): ByHost {
    const made = new Map<string, ResourceView[]>();
    for (const resource of resources) {
        const host = text(hostOf(resource)).toLowerCase();
        made.set(host, made.get(host) ?? []);
        made.get(host)?.push(resource);
    }
    return made;
}

const switchesTlsOn = ({ props }: ResourceView): boolean =>
    list(props.properties?.template?.resources).some(
        (resource) =>
            text(resource?.type).toLowerCase() === "microsoft.web/sites/hostnamebindings" &&
            resource.properties?.sslState === "SniEnabled",
    );
