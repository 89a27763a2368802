import { DATABASE } from "../azure-types";
import { daysBetween } from "../calendar";
import { CAN_BE_COPY, saysTransient, tag } from "../data-class";
import { anyResourceRule } from "../rule";
import { found, text } from "../show";

/** As long as an exemption may last; what is needed longer is no copy that goes. */
const LONGEST_DAYS = 90;

/** How Azure makes a database that is a copy. */
const COPIES =
    /^(Copy|Recovery|Restore|PointInTimeRestore|RestoreLongTermRetentionBackup|RestoreExternalBackup(Secondary)?)$/;

/** A copy that is meant to go says until when it may stay, as `YYYY-MM-DD`: other rules let it be until then. */
export const transientNotExpired = anyResourceRule((resource, report, { config }) => {
    if (!saysTransient(resource)) {
        return;
    }
    if (!CAN_BE_COPY.has(resource.type)) {
        report("tags.dataClass is 'transient', which only a database or a storage account can be");
    }
    const endDate = tag(resource, "endDate");
    const left = daysBetween(config.today, endDate);
    if (endDate === undefined || left === undefined) {
        report(`${found("tags.endDate", endDate)}, not a date`);
    } else if (endDate < config.today) {
        report(`was to be gone by ${endDate}`);
    } else if (left > LONGEST_DAYS) {
        report(`${found("tags.endDate", endDate)}, more than ${LONGEST_DAYS} days ahead`);
    }
    if (resource.type === DATABASE && !COPIES.test(text(resource.props.createMode))) {
        report(`${found("createMode", resource.props.createMode)}, so that it is no copy`);
    }
});
