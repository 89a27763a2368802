import type { ExampleStack } from "../example-stack";
import { none, tags } from "./tags";

/** What is in the vault, who hears of it and the way to it. */
export function vaultContents(stack: ExampleStack): ExampleStack {
    return stack
        .plus(
            "network:PrivateEndpoint",
            "vault-link",
            {
                location: "westeurope",
                privateLinkServiceConnections: [{ groupIds: ["vault"], privateLinkServiceId: { $unknown: true } }],
                tags: none,
            },
            { privateLinkServiceConnections: ["vault"] },
        )
        .plus(
            "monitor:DiagnosticSetting",
            "vault-audit",
            { logs: [{ category: "AuditEvent", enabled: true }] },
            { resourceUri: ["vault"], workspaceId: ["logs"] },
        )
        .plus(
            "keyvault:Key",
            "key",
            { properties: { kty: "RSA", rotationPolicy }, tags },
            { vaultName: ["vault"] },
            true,
        )
        .plus("random:index/randomPassword:RandomPassword", "password", { length: 32 })
        .plus(
            "keyvault:Secret",
            "secret",
            {
                properties: {
                    value: { $unknown: true },
                    contentType: "password of the mail server",
                    attributes: { expires: Date.UTC(2027, 5, 1) / 1000 },
                },
                tags,
            },
            { vaultName: ["vault"], properties: ["password"] },
        );
}

const rotationPolicy = {
    attributes: { expiryTime: "P1Y" },
    lifetimeActions: [
        { action: { type: "rotate" }, trigger: { timeAfterCreate: "P10M" } },
        { action: { type: "notify" }, trigger: { timeBeforeExpiry: "P30D" } },
    ],
};
