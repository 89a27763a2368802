import { isMark } from "../marks";
import { resourceRule } from "../rule";
import { text } from "../show";
import { settingsOf, WITH_SETTINGS } from "../site-settings";

/** Ways to say in a connection string or an address that nothing needs to be encrypted, or that any certificate will do. */
const SWITCHED_OFF =
    /(^|[;,\s?&])(encrypt\s*=\s*(false|no|optional|0)|trust_?\s?server_?\s?certificate\s*=\s*(true|yes|1)|ssl_?\s?mode\s*=\s*(disabled?|none|allow|prefer(red)?)|(use_?)?ssl\s*=\s*(false|no|0))(?![a-z0-9])/i;

/** Addresses of what answers in plain text. The machine itself needs no encryption, and names of schemas are no addresses. */
const PLAIN_ADDRESS =
    /(^|[;,\s=])(http|ws|ftp|amqp|mqtt|redis|ldap|smtp):\/\/(?!(localhost|127\.0\.0\.1|\[::1\]|schemas\.[\w.-]+|www\.w3\.org)([:/?#]|$))/i;

/** Reads what is known; what Azure gives out has no such switches. */
export const webEncryptedConnections = resourceRule(WITH_SETTINGS, (resource, report) => {
    for (const { name, value } of settingsOf(resource)) {
        if (isMark(value)) {
            continue;
        }
        if (SWITCHED_OFF.test(text(value))) {
            report(`setting ${name} switches encryption or the check of certificates off`);
        }
        if (PLAIN_ADDRESS.test(text(value))) {
            report(`setting ${name} leads to an address without encryption`);
        }
    }
});
