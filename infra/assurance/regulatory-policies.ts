import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { regionsOf, requireEuRegion } from "../regions";
import { INITIATIVES, type Initiative, OPTIONAL_INITIATIVES, type OptionalStandard } from "./initiatives";
import type { Subscription } from "./subscription";

export interface RegulatoryPoliciesArgs {
    readonly subscription: Subscription;
    /** What the subscription is compared with besides the standards of the hosting promise. */
    readonly besides: readonly OptionalStandard[];
}

type Assignment = Omit<authorization.PolicyAssignmentArgs, "scope" | "location" | "policyAssignmentName">;

/** Built-in policies of Azure, and what they keep in place. */
const ALLOWED_LOCATIONS = [
    { id: "resource-locations", of: "resources", definition: "e56962a6-4747-49cd-b67b-bf8b01975c4c" },
    { id: "group-locations", of: "resource groups", definition: "e765b5de-1225-4ba3-bd56-1ac6695af988" },
] as const;

const DEFINITIONS = "/providers/Microsoft.Authorization";

/**
 * Azure Policy over a whole subscription: initiatives that compare everything in it with the standards of the hosting promise, and two
 * policies that refuse what is not in an allowed region, whoever makes it.
 *
 * The identities that Azure wants of some assignments get no rights. Only a repair would use them, by policies that this project
 * does not need, as Contributor of the whole subscription: wider than any right that it gives.
 *
 * @throws Refusal for a region outside the European Union.
 */
export class RegulatoryPolicies extends pulumi.ComponentResource {
    constructor(
        name: string,
        { subscription, besides }: RegulatoryPoliciesArgs,
        opts?: pulumi.ComponentResourceOptions,
    ) {
        super("figlo:infra:RegulatoryPolicies", name, {}, opts);
        requireEuRegion(subscription.region, subscription);
        for (const initiative of [...INITIATIVES, ...besides.map((standard) => OPTIONAL_INITIATIVES[standard])]) {
            this.assign(name, initiative.id, subscription, comparison(initiative, subscription));
        }
        for (const policy of ALLOWED_LOCATIONS) {
            this.assign(name, policy.id, subscription, allowedLocations(policy, subscription));
        }
        this.registerOutputs({});
    }

    private assign(name: string, id: string, { naming, ...subscription }: Subscription, assignment: Assignment): void {
        new authorization.PolicyAssignment(
            `${name}-${id}`,
            {
                policyAssignmentName: naming.local("policyAssignment", undefined, id),
                scope: `/subscriptions/${subscription.subscriptionId}`,
                // Azure wants one with an identity; azure-native would fill in one for the others too.
                location: subscription.region,
                ...assignment,
            },
            { parent: this },
        );
    }
}

function comparison(initiative: Initiative, subscription: Subscription): Assignment {
    const { standard, definition, version, identity, enforced } = initiative;
    const parameters = { ...initiative.parameters, ...regionParameter(initiative, subscription) };
    return {
        displayName: standard,
        description: `Compares everything in the subscription with ${standard}.`,
        policyDefinitionId: `${DEFINITIONS}/policySetDefinitions/${definition}`,
        definitionVersion: version,
        ...(identity ? { identity: { type: "SystemAssigned" } } : {}),
        enforcementMode: enforced ? "Default" : "DoNotEnforce",
        parameters: Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, { value }])),
        nonComplianceMessages: bilingual(
            `Dit voldoet niet aan een eis van ${standard}. Los het op in het programma, niet in de portal.`,
            `This does not meet a requirement of ${standard}. Repair it in the program, not in the portal.`,
        ),
    };
}

const regionParameter = ({ locations }: Initiative, choice: Subscription): Initiative["parameters"] =>
    locations === undefined
        ? {}
        : { [locations.parameter]: locations.known.filter((each) => [...regionsOf(choice), "global"].includes(each)) };

function allowedLocations({ of, definition }: (typeof ALLOWED_LOCATIONS)[number], choice: Subscription): Assignment {
    const [nl, en] = choice.allowEea
        ? ["de Europese Economische Ruimte", "the European Economic Area"]
        : ["de Europese Unie", "the European Union"];
    return {
        displayName: `Allowed locations of ${of}`,
        description: `Refuses ${of} outside ${en}. Azure lets through what is global.`,
        policyDefinitionId: `${DEFINITIONS}/policyDefinitions/${definition}`,
        enforcementMode: "Default",
        parameters: { listOfAllowedLocations: { value: regionsOf(choice) } },
        nonComplianceMessages: bilingual(
            `Alleen regio's van ${nl} zijn toegestaan, zoals westeurope en northeurope.`,
            `Only regions of ${en} are allowed, such as westeurope and northeurope.`,
        ),
    };
}

/** Azure shows one message to everyone, so that it is in both languages. */
const bilingual = (dutch: string, english: string) => [{ message: `${dutch} / ${english}` }];
