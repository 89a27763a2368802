import { DATABASE } from "../azure-types";
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
    const end = dayOf(endDate);
    if (endDate === undefined || end === undefined) {
        report(`${found("tags.endDate", endDate)}, not a date`);
    } else if (endDate < config.today) {
        report(`was to be gone by ${endDate}`);
    } else if (end - (dayOf(config.today) ?? 0) > LONGEST_DAYS) {
        report(`${found("tags.endDate", endDate)}, more than ${LONGEST_DAYS} days ahead`);
    }
    if (resource.type === DATABASE && !COPIES.test(text(resource.props.createMode))) {
        report(`${found("createMode", resource.props.createMode)}, so that it is no copy`);
    }
});

/** Days since 1970; `undefined` for what is not a date, such as the 99th of a month. */
function dayOf(date: string | undefined): number | undefined {
    const time = /^\d{4}-\d{2}-\d{2}$/.test(date ?? "") ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
    // Some engines take the 31st of a short month for the first of the next.
    const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date ?? "");
    return isReal ? time / 86_400_000 : undefined;
}
