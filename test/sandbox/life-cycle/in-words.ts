import type { Step } from "../../../sandbox/street/outcome";

/** `<operation> <type>::<logical name> <changed properties>`. */
export const inWords = ({ op, urn, changed }: Step): string =>
    `${op} ${urn.replace(/^urn:pulumi:[^:]+::[^:]+::(.*\$)?(azure-native:)?/, "")} ${changed.join()}`.trimEnd();
