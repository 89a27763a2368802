import { SITES, WEB_APP, WEB_APP_SLOT } from "../azure-types";
import { UndecidedError } from "../marks";
import type { Props, ResourceView, StackView } from "../model";
import { type Report, stackRule } from "../rule";
import { found, list, show, text } from "../show";

const BINDING = "azure-native:web:WebAppHostNameBinding";
const CERTIFICATE = "azure-native:web:Certificate";
const DEPLOYMENT = "azure-native:resources:Deployment";

export const webHostnameTlsBound = stackRule(
    [BINDING, `${BINDING}Slot`, DEPLOYMENT, ...SITES],
    (resource, report, { stack }) => {
        if (resource.type === DEPLOYMENT) {
            judgeTemplate(resource, report);
        } else if (resource.type === WEB_APP || resource.type === WEB_APP_SLOT) {
            judgeSite(resource, report);
        } else {
            judgeBinding(resource, report, stack);
        }
    },
);

/** A template may take the TLS from what another resource binds. */
function judgeTemplate(deployment: ResourceView, report: Report): void {
    for (const { sslState } of bindingsIn(deployment)) {
        if (sslState !== "SniEnabled") {
            report(`${found("sslState", sslState)} in its template`);
        }
    }
}

/** A site may say so of its names itself. */
function judgeSite({ props }: ResourceView, report: Report): void {
    for (const state of list(props.hostNameSslStates)) {
        const name = text(state?.name);
        if (!isAzures(name) && !(state?.sslState === "SniEnabled" && text(state?.thumbprint))) {
            report(
                `${found("hostNameSslStates.sslState", state?.sslState)} of ${show(name)}, or it has no certificate`,
            );
        }
    }
}

const isAzures = (host: string): boolean => /\.azurewebsites\.net$/i.test(host);

function judgeBinding(binding: ResourceView, report: Report, stack: StackView): void {
    const host = text(binding.props.hostName).toLowerCase();
    const isBound = binding.props.sslState === "SniEnabled" && binding.has("thumbprint");
    if (!isAzures(host) && !isBound && !hasManagedCertificate(binding, host, stack)) {
        report(
            binding.props.sslState === "SniEnabled"
                ? "sslState is 'SniEnabled' and no certificate is named"
                : found("sslState", binding.props.sslState),
        );
    }
}

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

const switchesTlsOn = (deployment: ResourceView): boolean =>
    bindingsIn(deployment).some(({ sslState }) => sslState === "SniEnabled");

/** Resources stand in a list or, by symbolic name, in an object. */
const bindingsIn = ({ props }: ResourceView): readonly Props[] =>
    Object.values<Props | null>(props.properties?.template?.resources ?? {})
        .filter((resource) => text(resource?.type).toLowerCase() === "microsoft.web/sites/hostnamebindings")
        .map((resource) => resource?.properties ?? {});
