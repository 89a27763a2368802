import { z } from "zod";
import { oneOfNumbers, wholeNumber } from "./fields";

/** Zero switches a retention off. Bounds of Azure: 10 years; the numbers of weeks and months are those that azurerm enforces. */
const longTerm = z
    .strictObject({
        weeks: wholeNumber(0, 520).meta({ title: "Weeks that a weekly backup is kept" }),
        months: wholeNumber(0, 120).meta({ title: "Months that a monthly backup is kept" }),
        years: wholeNumber(0, 10).meta({ title: "Years that a yearly backup is kept" }),
        weekOfYear: wholeNumber(1, 52).meta({ title: "The week whose backup is the yearly one" }),
    })
    .refine(
        ({ weeks, months, years }) => weeks + months + years > 0,
        "weeks, months and years are all 0, which keeps no long-term backup; give at least one of them",
    );

const documents = z
    .strictObject({
        pointInTimeDays: wholeNumber(7, 364).meta({ title: "Days to which the documents can be restored" }),
        softDeleteDays: wholeNumber(8, 365).meta({ title: "Days that deleted documents and versions are kept" }),
        vaultDays: wholeNumber(30, 3650).meta({ title: "Days that the daily vaulted backup is kept" }),
        immutability: z
            .enum(["Unlocked", "Locked"])
            .meta({ title: "Whether backups can still be shortened; Locked can never be undone" }),
    })
    .superRefine(({ pointInTimeDays, softDeleteDays }, context) => {
        if (pointInTimeDays >= softDeleteDays) {
            const message = `Azure restores only from what is kept longer, so give more than ${pointInTimeDays} days`;
            context.addIssue({ code: "custom", path: ["softDeleteDays"], message });
        }
    });

/** What is kept of databases and documents, and how long. */
export const backupSettings = z.strictObject({
    pointInTimeDays: wholeNumber(7, 35).meta({ title: "Days to which a database can be restored to any moment" }),
    differentialHours: oneOfNumbers([12, 24]).meta({ title: "Hours between differential backups" }),
    longTerm,
    documents,
});
