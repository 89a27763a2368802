import type { StackView } from "../model";
import { isWiderThanGroup, parseResourceId } from "../resource-id";
import { stackRule } from "../rule";
import { found, text } from "../show";
import { ALL_WATCHED, answersFor, MAY_SPEAK, WATCHED } from "../subscription-controls";
import { objectsInTemplates, type SubscriptionObject } from "../subscription-objects";

/** Who manages anything at all is watched wherever one of the others is. */
const PLANS: Readonly<Record<string, readonly string[]>> = { Arm: ALL_WATCHED, ...WATCHED };

/** Of one account, past what the subscription has. */
const OF_ACCOUNT = "azure-native:security:DefenderForStorage";

/**
 * Judges the stack, once for each kind of resource that it holds, or where a plan does not show the stack the first resource of the
 * kind. A stack that is a part of a subscription whose plans another stack has is reported too: this one does not show them, and a
 * reference to the other says nothing of them.
 */
export const defenderPlans = stackRule([...MAY_SPEAK, OF_ACCOUNT], (resource, report, { stack }) => {
    if (resource.type === OF_ACCOUNT) {
        if (resource.props.isEnabled !== true) {
            report(`${found("isEnabled", resource.props.isEnabled)}: Defender does not watch its account`);
        }
        return;
    }
    for (const [plan] of Object.entries(PLANS).filter(([, types]) => answersFor(resource, types, stack))) {
        const pricings = pricingsOf(plan, stack);
        if (pricings.length === 0) {
            report(`nothing switches Defender's plan ${plan} on for the subscription`);
        }
        for (const { by, properties } of pricings.filter((each) => each.properties.pricingTier !== "Standard")) {
            report(`${found("pricingTier", properties.pricingTier)} in ${by.name}, of Defender's plan ${plan}`);
        }
    }
});

const pricingsOf = (plan: string, stack: StackView): readonly SubscriptionObject[] =>
    [...pricings(stack), ...objectsInTemplates("microsoft.security/pricings", stack)].filter(
        ({ name }) => name.toLowerCase() === plan.toLowerCase(),
    );

/** Of a whole subscription: a plan may also be bought for one resource. Throws where it is not known of what. */
const pricings = (stack: StackView): readonly SubscriptionObject[] =>
    stack
        .ofType("azure-native:security:Pricing")
        .filter(({ props }) => {
            const id = parseResourceId(text(props.scopeId));
            return id !== undefined && isWiderThanGroup(id);
        })
        .map((by) => ({ by, name: text(by.props.pricingName), properties: by.props }));
