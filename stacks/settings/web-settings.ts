import { z } from "zod";
import { visitorBlock } from "./addresses";
import { guid, text, unique, wholeNumber } from "./fields";
import { hostName, secretName, trafficManagerName } from "./names";

/** Plans that can be zone redundant and take private endpoints. */
const PLANS = ["P0v3", "P1v3", "P2v3", "P3v3", "P1mv3", "P2mv3", "P3mv3", "P4mv3", "P5mv3"] as const;
const NEWER_PLANS = ["P0v4", "P1v4", "P2v4", "P3v4", "P1mv4", "P2mv4", "P3mv4", "P4mv4", "P5mv4"] as const;

const plan = z
    .strictObject({
        sku: z.enum([...PLANS, ...NEWER_PLANS]).meta({ title: "Size of the App Service plan" }),
        instances: wholeNumber(1, 30).meta({ title: "Instances in each region" }),
        zoneRedundant: z.boolean().meta({ title: "Instances in several availability zones" }),
    })
    .superRefine(({ instances, zoneRedundant }, context) => {
        if (zoneRedundant && instances < 2) {
            const message = "a zone redundant plan has at least 2 instances; give 2 or more";
            context.addIssue({ code: "custom", path: ["instances"], message });
        }
    });

const visitors = z
    .union([
        z.literal("internet"),
        z
            .array(visitorBlock)
            .min(1)
            .superRefine(unique<string>("block", undefined, (block) => block))
            .describe("at least one block of public addresses"),
    ])
    .describe("'internet' or a list of public addresses such as 203.0.113.0/24");

/**
 * Runtimes of App Service on Linux that run from a package, from the oldest versions that still got mends in 2026; Node's even
 * versions are those with long-term support. `az webapp list-runtimes --os-type linux` names those of today.
 */
const runtime = text(
    "a runtime that App Service maintains: 'DOTNETCORE|8.0', 'NODE|20-lts', 'PHP|8.2' or a later version of them",
    /^(DOTNETCORE\|([89]|[1-9]\d)\.0|NODE\|([2-9][02468])-lts|PHP\|(8\.[2-9]|9\.\d))$/,
);

/** Hours that a session lasts with its renewal: a working day. */
const LONGEST_SESSION = 12;

/** The application's sites. */
export const webSettings = z
    .strictObject({
        plan,
        runtime,
        healthPath: text(
            "a path such as /health; '/' would answer while the application is ill",
            /^\/[\w-][\w./-]{0,200}$/,
        ).meta({ title: "Where the application says whether it is healthy" }),
        visitors: visitors.meta({ title: "Who reaches the front-end" }),
        sessionHours: wholeNumber(1, LONGEST_SESSION).meta({ title: "Hours after which a session ends" }),
        sessionRenewalHours: wholeNumber(0, LONGEST_SESSION - 1).meta({
            title: "Hours after its end in which a session can still be renewed without signing in; 0 is never, Azure's own default 72",
        }),
    })
    .superRefine(({ sessionHours, sessionRenewalHours }, context) => {
        const together = sessionHours + sessionRenewalHours;
        if (together > LONGEST_SESSION) {
            const message = `makes ${together} hours with sessionHours, in which nobody signs in; at most ${LONGEST_SESSION} together`;
            context.addIssue({ code: "custom", path: ["sessionRenewalHours"], message });
        }
    });

/** Where visitors come in. */
export const domainSettings = z.strictObject({
    hostName: hostName.meta({ title: "The name that visitors use; a CNAME record leads to Traffic Manager" }),
    trafficManagerName: trafficManagerName.meta({ title: "First part of the name in trafficmanager.net" }),
    certificate: z
        .discriminatedUnion("source", [
            z.strictObject({ source: z.literal("key-vault"), secret: secretName }),
            z.strictObject({ source: z.literal("managed") }),
        ])
        .meta({
            title: "Our own, by its name in both operators' vaults, or the one that App Service makes and renews",
        }),
});

/** The registrations of the application in Entra External ID. */
export const signInSettings = z
    .strictObject({
        issuer: text(
            "the https:// address of an external tenant: https://<name>.ciamlogin.com/<directory id>/v2.0",
            /^https:\/\/[a-z0-9-]{1,63}\.ciamlogin\.com\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/v2\.0$/,
        ),
        frontEndClientId: guid,
        backEndClientId: guid,
        clientSecret: secretName.meta({ title: "Name of the front-end's client secret in both operators' vaults" }),
    })
    .refine(({ frontEndClientId, backEndClientId }) => frontEndClientId !== backEndClientId, {
        path: ["backEndClientId"],
        message: "is also frontEndClientId; register the back-end as an application of its own",
    });
