import { isIP } from "node:net";
import { SITES } from "../azure-types";
import { isMark, UnreadableError } from "../marks";
import type { ResourceView, StackView } from "../model";
import { stackRule } from "../rule";
import { isVaultReference } from "../secret-settings";
import { type Setting, settingsOf, WITH_SETTINGS } from "../site-settings";

/** A setting that leads one application to another: `BackEnd__Url`, `BACK_END_BASE_ADDRESS`. */
const TO_BACK_END = /back[-_]*end.*(url|uri|host|address|endpoint|origin)/i;
const ADDRESSES = /\bhttps?:\/\/[^\s"'<>;,]+/gi;

/** What an application speaks to shows a certificate, and that names names: a number has none, and another host shows another's. */
export const webBackendHttpsName = stackRule(WITH_SETTINGS, (resource, report, { stack }) => {
    let unknown: string | undefined;
    for (const setting of settingsOf(resource)) {
        const { name, value } = setting;
        const leadsToBackEnd = TO_BACK_END.test(name);
        if (isMark(value) || isVaultReference(textOf(value))) {
            unknown ??= leadsToBackEnd && !comesFromSite(resource, setting) ? name : undefined;
        } else if (addressesIn(value).some(isByNumber)) {
            report(`setting ${name} leads to an address by number, which no certificate names`);
        } else if (leadsToBackEnd) {
            judgeBackEnd(setting, stack, report);
        }
    }
    if (unknown !== undefined) {
        throw new UnreadableError(unknown);
    }
});

function judgeBackEnd({ name, value }: Setting, stack: StackView, report: (message: string) => void): void {
    const address = parsed(textOf(value));
    if (address?.protocol !== "https:") {
        report(`setting ${name} does not lead to its back-end by https:// and a name`);
    } else if (!isSiteName(address.hostname, stack)) {
        report(`setting ${name} leads to ${address.hostname}, which is no name of a site`);
    }
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const parsed = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

const addressesIn = (value: unknown): readonly URL[] =>
    (textOf(value).match(ADDRESSES) ?? []).flatMap((text) => parsed(text) ?? []);

/** `URL` writes a number of any form as an address. The machine itself is no other host. */
function isByNumber({ hostname }: URL): boolean {
    const host = hostname.replace(/^\[|\]$/g, "");
    return isIP(host) !== 0 && host !== "::1" && !host.startsWith("127.");
}

/** Azure's own names of sites, and those that the stack binds: Azure has, or gets, a certificate for each. */
const isSiteName = (host: string, stack: StackView): boolean =>
    host.endsWith(".azurewebsites.net") ||
    stack
        .ofType("azure-native:web:WebAppHostNameBinding")
        .some(({ inputs }) => typeof inputs.hostName === "string" && inputs.hostName.toLowerCase() === host);

/** An unknown value that is made from a site is its name; whether `https://` stands before it, the deployment tells. */
const comesFromSite = (resource: ResourceView, { property }: Setting): boolean =>
    resource.dependenciesOf(property).some(({ type }) => (SITES as readonly string[]).includes(type));
