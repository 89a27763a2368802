import { isTransient, tag } from "../data-class";
import { anyResourceRule } from "../rule";
import { found } from "../show";

/** A copy that is meant to go says until when it may stay, as `YYYY-MM-DD`. */
export const transientNotExpired = anyResourceRule((resource, report, { config }) => {
    if (!isTransient(resource)) {
        return;
    }
    const endDate = tag(resource, "endDate");
    if (endDate === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(endDate)) {
        report(`${found("tags.endDate", endDate)}, not a date`);
    } else if (endDate < config.today) {
        report(`was to be gone by ${endDate}`);
    }
});
