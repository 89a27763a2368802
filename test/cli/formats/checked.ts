import { type CheckedStack, checkStacks } from "../../../cli/check/check-stacks";
import { recognise } from "../../../cli/check/recognise";
import type { Finding } from "../../../policies/model";
import { loadStreet } from "../../../stacks/settings/load-street";
import { ROOT } from "../../street";
import { fixture } from "../check/fixture";

/** The only stack of a fixture, judged; with other findings where those are given. */
export function checked(name: string, findings?: readonly Finding[]): CheckedStack {
    const given = recognise(fixture(name), "'input.json'");
    const [stack] = checkStacks({ given, today: "2026-11-23", street: () => loadStreet(ROOT) });
    if (stack === undefined) {
        throw new Error(`no stack in ${name}`);
    }
    return findings === undefined ? stack : { ...stack, findings };
}

/** A finding of a rule that is mandatory everywhere. */
export const finding = (changes: Partial<Finding> = {}): Finding => ({
    rule: "sql-server-min-tls-12",
    level: "mandatory",
    verdict: "violated",
    urn: "urn:pulumi:proef::careless::sample:data:Part$azure-native:sql:Server::server",
    message: "minimalTlsVersion is '1.0'",
    remedy: "Set minimalTlsVersion to '1.2' or '1.3'.",
    measures: [9],
    ...changes,
});

/** What no name should hold, and a plan may. */
export const HOSTILE =
    "\u001b[31m <!-- ]]> & \" ' </failure><system-out> \u0000\u0008\u2028\u202e\ud800\ufffe {0} [a](https://evil.example) ::error::";
