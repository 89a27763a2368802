import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepRecord, readRecord } from "../../../sandbox/street/record";
import { showStatus } from "../../../sandbox/street/show-status";
import { type Street, streetAt } from "../../../sandbox/street/street";
import { outcome, SERVER, STACK } from "./outcomes";

describe("what a street remembers", () => {
    let street: Street;
    beforeEach(() => {
        street = streetAt("/nowhere", mkdtempSync(join(tmpdir(), "records-")));
    });
    afterEach(() => rmSync(street.folder, { recursive: true, force: true }));

    const withState = (resources: readonly object[]): void => {
        const folder = join(street.state, ".pulumi/stacks/tiny");
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "productie.json"), JSON.stringify({ checkpoint: { latest: { resources } } }));
    };

    it("is nothing of an environment that was never brought up", () => {
        expect(readRecord(street, "productie")).toEqual({ environment: "productie", resources: 0, last: undefined });
    });

    it("counts resources as the engine does: with the stack, without providers", () => {
        withState([
            { urn: STACK, type: "pulumi:pulumi:Stack" },
            { urn: "urn:x", type: "pulumi:providers:azure-native" },
            { urn: SERVER, type: "azure-native:sql:Server" },
        ]);
        expect(readRecord(street, "productie").resources).toBe(2);
    });

    it("is the last operation that was to change something", () => {
        keepRecord(street, outcome());
        keepRecord(street, outcome({ operation: "preview", rehearsal: true, counts: {} }));
        expect(readRecord(street, "productie").last).toEqual({
            operation: "up",
            exitCode: 0,
            counts: { create: 2 },
            rehearsal: false,
            interrupted: false,
        });
    });

    it("is shown as a table without dates", () => {
        keepRecord(street, outcome());
        expect(showStatus(["ontwikkeling", "productie"].map((name) => readRecord(street, name)))).toBe(
            [
                "environment   resources  last operation",
                "ontwikkeling          0  none yet",
                "productie             0  up: 2 created",
                "",
            ].join("\n"),
        );
    });
});
