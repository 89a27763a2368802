import { parseEvent } from "../../../sandbox/street/engine-event";
import { progressLine } from "../../../sandbox/street/progress-line";
import { Tally } from "../../../sandbox/street/tally";
import { mandatory, SERVER } from "./outcomes";

const step = (op: string, more: object = {}) => ({ op, urn: SERVER, type: "azure-native:sql:Server", ...more });
const run = { environment: "productie", operation: "up", rehearsal: false, interrupted: false, exitCode: 0 } as const;

const tallyOf = (...events: object[]): Tally => {
    const tally = new Tally();
    events.forEach((event) => void tally.add(parseEvent(JSON.stringify(event)) ?? {}));
    return tally;
};

describe("the tally of the engine's events", () => {
    it("takes the counts from the summary", () => {
        const tally = tallyOf({ summaryEvent: { resourceChanges: { create: 2, same: 1 } } });
        expect(tally.outcome(run).counts).toEqual({ create: 2, same: 1 });
    });

    it("counts a step once, when it is done", () => {
        const tally = tallyOf({ resourcePreEvent: { metadata: step("create") } });
        expect(tally.done).toBe(0);
        tally.add({ resOutputsEvent: { metadata: step("create") } });
        expect(tally.done).toBe(1);
        expect(tally.outcome(run).steps).toEqual([{ op: "create", urn: SERVER, changed: [], failed: false }]);
    });

    it("names the inputs that an update changes", () => {
        const update = step("update", { old: { inputs: { a: 1, b: [1], c: 1 } }, new: { inputs: { a: 1, b: [2] } } });
        expect(tallyOf({ resourcePreEvent: { metadata: update } }).outcome(run).steps[0]?.changed).toEqual(["b", "c"]);
    });

    it("names the paths that the provider gives, where it gives them", () => {
        const update = step("update", { detailedDiff: { "tags.size": {} }, old: { inputs: {} }, new: { inputs: {} } });
        expect(tallyOf({ resourcePreEvent: { metadata: update } }).outcome(run).steps[0]?.changed).toEqual([
            "tags.size",
        ]);
    });

    it("leaves out what stays the same", () => {
        expect(tallyOf({ resourcePreEvent: { metadata: step("same") } }).outcome(run).steps).toEqual([]);
    });

    it("marks a step that failed", () => {
        const tally = tallyOf(
            { resourcePreEvent: { metadata: step("create") } },
            { resOpFailedEvent: { metadata: step("create") } },
        );
        expect(tally.outcome(run).steps).toEqual([{ op: "create", urn: SERVER, changed: [], failed: true }]);
    });

    it("keeps errors and warnings, but neither debugging nor what only a terminal shows", () => {
        const tally = tallyOf(
            { diagnosticEvent: { urn: SERVER, message: "no\n", severity: "error" } },
            { diagnosticEvent: { message: "hm", severity: "warning" } },
            { diagnosticEvent: { message: "x", severity: "debug" } },
            { diagnosticEvent: { message: "y", severity: "info", ephemeral: true } },
        );
        expect(tally.outcome(run).diagnostics).toEqual([
            { severity: "error", urn: SERVER, message: "no" },
            { severity: "warning", message: "hm" },
        ]);
    });

    it("keeps a finding once, however often the engine tells it", () => {
        const { rule: policyName, urn: resourceUrn, level: enforcementLevel, message } = mandatory;
        const policyEvent = { policyName, resourceUrn, enforcementLevel, message };
        expect(tallyOf({ policyEvent }, { policyEvent }).outcome(run).findings).toEqual([mandatory]);
    });

    it("takes a line that was cut off for nothing", () => {
        expect(parseEvent('{"summaryEv')).toBeUndefined();
    });
});

describe("the progress of an operation", () => {
    it("says how many of how many, and what is under way", () => {
        const tally = tallyOf({ resOutputsEvent: { metadata: step("create") } });
        expect(progressLine({ environment: "productie", operation: "up", tally, expected: 358 })).toBe(
            "productie: bringing up, 1 of 358, sql:Server primary",
        );
    });

    it("says only how many as long as the total is unknown", () => {
        const line = progressLine({ environment: "test", operation: "preview", tally: new Tally() });
        expect(line).toBe("test: previewing, 0");
    });
});
