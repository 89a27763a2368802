import type { SignIn } from "../../../infra/web/authentication";
import type { WebAppArgs } from "../../../infra/web/web-app";
import { place, privateAccess } from "../examples";

export const FRONT_END_CLIENT = "22222222-2222-2222-2222-222222222222";
export const BACK_END_CLIENT = "33333333-3333-3333-3333-333333333333";
export const SECRET_SETTING = "MICROSOFT_PROVIDER_AUTHENTICATION_SECRET";

export const settings = {
    WEBSITE_RUN_FROM_PACKAGE: "https://packages.figlo.example/releases/1.0.0.zip",
    [SECRET_SETTING]: "@Microsoft.KeyVault(SecretUri=https://kv.figlo.example/secrets/sign-in)",
};

export const frontEndSignIn = (changes: Partial<SignIn> = {}): SignIn => ({
    issuer: "https://login.figlo.example/v2.0",
    clientId: FRONT_END_CLIENT,
    audiences: [FRONT_END_CLIENT],
    sessionHours: 8,
    sessionRenewalHours: 0,
    clientSecretSetting: SECRET_SETTING,
    ...changes,
});

export const backEndSignIn = (changes: Partial<SignIn> = {}): SignIn => ({
    issuer: "https://login.figlo.example/v2.0",
    clientId: BACK_END_CLIENT,
    audiences: [`api://${BACK_END_CLIENT}`],
    sessionHours: 8,
    sessionRenewalHours: 0,
    allowedApplications: [FRONT_END_CLIENT],
    ...changes,
});

/** A valid front-end to start from; a test changes one thing. */
export const frontEndArgs = (changes: Partial<WebAppArgs> = {}): WebAppArgs => ({
    place: place(),
    role: "front-end",
    planId: "plan",
    identity: { id: "identity", clientId: "44444444-4444-4444-4444-444444444444" },
    subnetId: "front-end-subnet",
    runtime: "NODE|22-lts",
    healthPath: "/health",
    ingress: { kind: "internet" },
    runnersSubnetId: "runners-subnet",
    settings,
    signIn: frontEndSignIn(),
    workspaceId: "workspace",
    links: [],
    after: [],
    ...changes,
});

/** A valid back-end to start from. */
export const backEndArgs = (changes: Partial<WebAppArgs> = {}): WebAppArgs =>
    frontEndArgs({
        role: "back-end",
        subnetId: "back-end-subnet",
        ingress: { kind: "private" },
        signIn: backEndSignIn(),
        links: [privateAccess()],
        ...changes,
    });
