import type { Outcome } from "../../../sandbox/street/outcome";

/** An `up` of productie that went well; a test changes what it is about. */
export const outcome = (changed: Partial<Outcome> = {}): Outcome => ({
    environment: "productie",
    operation: "up",
    rehearsal: false,
    interrupted: false,
    exitCode: 0,
    counts: { create: 2 },
    steps: [],
    diagnostics: [],
    findings: [],
    ...changed,
});

export const SERVER = "urn:pulumi:productie::tiny::figlo:infra:Geo$azure-native:sql:Server::primary";
export const STACK = "urn:pulumi:productie::tiny::pulumi:pulumi:Stack::tiny-productie";

export const mandatory = { rule: "sql-tls", urn: SERVER, level: "mandatory", message: "TLS.\nit is 1.0" } as const;

export const isProtected = {
    severity: "error",
    urn: SERVER,
    message: `resource "${SERVER}" cannot be deleted\nbecause it is protected. To unprotect`,
} as const;
