import { isMark } from "../marks";
import { resourceRule } from "../rule";
import { settingsOf, WITH_SETTINGS } from "../site-settings";

/** Switches of encryption or of the check of certificates, each with what switches it off; in quotes too, and in JSON. */
const OFF: readonly string[] = [
    "(db_?)?encrypt(ed|ion)?IS(false|no|optional|0)",
    "(trust_?\\s?server_?\\s?certificate|tls_?(allow_?invalid_?(certificates|hostnames)|insecure))IS(true|yes|1)",
    "(pg)?ssl_?\\s?modeIS(disabled?|none|allow|prefer(red)?|no-verify)",
    "((node_?)?tls_?)?reject_?unauthorizedIS(false|0)",
];

/** A service's own switch may be off beside another that is on, such as STARTTLS: in the name of a setting it says too little. */
const OFF_IN_VALUE = [...OFF, "(use_?)?(ssl|tls)IS(false|no|0)"];

const EQUALS = "[\"']?\\s*[=:]\\s*[\"']?";
const startingAfter = (starts: string, switches: readonly string[]): RegExp =>
    new RegExp(`(^|${starts})(${switches.join("|").replaceAll("IS", EQUALS)})(?![a-z0-9])`, "i");

const SWITCHED_OFF = startingAfter("[;,\\s?&{\"'-]", OFF_IN_VALUE);
/** Where the setting is the switch: `DB_ENCRYPT`, `Sql__Encrypt`. */
const SWITCH_OFF = startingAfter("[^a-z0-9]", OFF);

/** Addresses of what answers in plain text. The machine itself needs no encryption, and names of schemas are no addresses. */
const PLAIN_ADDRESS =
    /(^|[;,\s="'[{(])(http|ws|ftp|amqp|mqtt|redis|ldap|smtp):\/\/(?!(localhost|127\.0\.0\.1|\[::1\]|schemas\.[\w.-]+|www\.w3\.org)([:/?#"']|$))/i;

/** Reads what is known; what Azure gives out has no such switches. */
export const webEncryptedConnections = resourceRule(WITH_SETTINGS, (resource, report) => {
    for (const { name, value } of settingsOf(resource)) {
        if (isMark(value)) {
            continue;
        }
        const said = typeof value === "string" ? value : JSON.stringify(value);
        if (SWITCHED_OFF.test(said) || SWITCH_OFF.test(`${name}=${said}`)) {
            report(`setting ${name} switches encryption or the check of certificates off`);
        }
        if (PLAIN_ADDRESS.test(said)) {
            report(`setting ${name} leads to an address without encryption`);
        }
    }
});
