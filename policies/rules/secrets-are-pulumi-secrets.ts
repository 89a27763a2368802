import { secretInputsOf } from "../kept-secrets";
import { isMark, isObject, UndecidedError } from "../marks";
import type { ResourceView } from "../model";
import { anyStackRule } from "../rule";
import { atLeast, found, text } from "../show";

const RANDOM_PASSWORD = "random:index/randomPassword:RandomPassword";

/** The engine hands it the whole configuration of the stack, as that stands in its file: what is secret there is encrypted. */
const DYNAMIC_PROVIDER = "pulumi:providers:pulumi-nodejs";

const LEAST_LENGTH = 24;

/**
 * A text is a secret where the plan marks it or lists it. The engine shows every secret as plain text and does not say which texts
 * are some: there only what is made from a random password is certain, and any other text is undecided.
 */
export const secretsArePulumiSecrets = anyStackRule((resource, report) => {
    if (resource.type === DYNAMIC_PROVIDER) {
        return;
    }
    if (resource.type === RANDOM_PASSWORD && !atLeast(resource.props.length, LEAST_LENGTH)) {
        report(`${found("length", resource.props.length)}, less than ${LEAST_LENGTH}`);
    }
    const doubtful: string[] = [];
    for (const { property, path, value } of secretInputsOf(resource)) {
        const isKept = isMark(value) ? isSecretMark(value) : isListed(resource, text(value));
        if (isKept === false) {
            report(`${path} is in plain text, and Pulumi keeps it in its state as it is`);
        } else if (isKept === undefined && !isRandom(resource, property)) {
            doubtful.push(path);
        }
    }
    if (doubtful.length > 0) {
        throw new UndecidedError(`whether Pulumi keeps ${doubtful.join(", ")} as a secret is not in the plan`);
    }
});

/** What is not known yet may turn out to be one. */
const isSecretMark = (value: unknown): true | undefined =>
    isObject(value) && value.$secret === true ? true : undefined;

const isListed = ({ secrets }: ResourceView, value: string): boolean | undefined =>
    secrets === "unmarked" ? undefined : secrets.includes(value);

/** Made from what the provider itself keeps as a secret. */
const isRandom = (resource: ResourceView, property: string): boolean =>
    resource.dependenciesOf(property).some(({ type }) => type === RANDOM_PASSWORD);
