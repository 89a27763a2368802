import { Refusal } from "../../../infra/refusal";
import { recoverySettings } from "../../../infra/storage/blob-recovery";

describe("recoverySettings", () => {
    it("keeps versions, deleted blobs and containers, and the feed that point-in-time restore reads", () => {
        expect(recoverySettings({ softDeleteDays: 30, pointInTimeDays: 29 })).toEqual({
            isVersioningEnabled: true,
            changeFeed: { enabled: true },
            deleteRetentionPolicy: { enabled: true, days: 30, allowPermanentDelete: false },
            containerDeleteRetentionPolicy: { enabled: true, days: 30 },
            restorePolicy: { enabled: true, days: 29 },
        });
    });

    it("states that point-in-time restore is off where it is not asked for", () => {
        expect(recoverySettings({ softDeleteDays: 30 }).restorePolicy).toEqual({ enabled: false });
    });

    it("refuses a restore as far back as soft delete, which Azure refuses too", () => {
        expect(() => recoverySettings({ softDeleteDays: 30, pointInTimeDays: 30 })).toThrow(
            "pointInTimeDays: expected a whole number from 1, less than softDeleteDays (30), got 30",
        );
    });

    it("names all mistakes at once", () => {
        expect(() => recoverySettings({ softDeleteDays: 366, pointInTimeDays: 0 })).toThrow(
            "softDeleteDays: expected a whole number from 1 to 365, got 366; pointInTimeDays: expected",
        );
    });

    it.each([0, 1.5, Number.NaN])("refuses %p days of soft delete", (softDeleteDays) => {
        expect(() => recoverySettings({ softDeleteDays })).toThrow(Refusal);
    });
});
