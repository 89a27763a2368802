import { DATA_CLASSES, givenTag } from "../data-class";
import { isMark, UnreadableError } from "../marks";
import { anyResourceRule } from "../rule";
import { found, text } from "../show";
import { TAGGABLE } from "../taggable";

/** A tag changes with each release, or says who the customer is: neither belongs on what Azure shows to its own people. */
const REFUSED: readonly RegExp[] = [
    /^(app|application|product|software)?(release|version|build|commit|revision|imagetag)(id|name|number|tag|date)?$/,
    /^(tenant|customer|client|klant|klanten|organi[sz]ation|organisatie)s?(display|full|legal|company|common|short)?(name|naam|title|label)$/,
    /^(display|company|legal)name$/,
];

const isRefused = (key: string): boolean => {
    const plain = key.toLowerCase().replace(/[^a-z0-9]/g, "");
    return REFUSED.some((pattern) => pattern.test(plain));
};

export const otapRequiredTags = anyResourceRule(({ type, inputs }, report, { config }) => {
    if (!TAGGABLE.has(type)) {
        return;
    }
    const tags = inputs.tags ?? {};
    if (isMark(tags)) {
        throw new UnreadableError("tags");
    }
    const read = (key: string): unknown => {
        const value = givenTag({ inputs }, key);
        if (isMark(value)) {
            throw new UnreadableError(`tags.${key}`);
        }
        return value;
    };
    for (const key of Object.keys(tags).filter(isRefused)) {
        report(`tags.${key} is set`);
    }
    if (read("environment") !== config.environment) {
        report(`${found("tags.environment", read("environment"))}, not '${config.environment}'`);
    }
    if (text(read("owner")).trim() === "") {
        report(found("tags.owner", read("owner")));
    }
    if (!DATA_CLASSES.some((dataClass) => dataClass === read("dataClass"))) {
        report(`${found("tags.dataClass", read("dataClass"))}, not one of ${DATA_CLASSES.join(", ")}`);
    }
});
