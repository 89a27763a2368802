import { parseDocument } from "yaml";
import type { Environment } from "../../../stacks/settings/environments";
import { previewed } from "../../street";
import { describeWithEngine } from "../with-engine";
import { type StackOnStandIn, stackOnStandIn } from "./stack-on-stand-in";

/** A changed setting and all that it may change. */
export interface Change {
    readonly title: string;
    /** Path below `figlo-advisor:`. */
    readonly setting: readonly string[];
    readonly value: unknown;
    /** Each as `<operation> <type>::<logical name> <changed properties>`, sorted. */
    readonly changes: readonly string[];
}

/**
 * The life of one environment on the real engine, with the policy pack on: each step begins where the one before it ended.
 *
 * @param changes settings that are changed one after the other, each for good
 */
export function describeLifeOf(environment: Environment, changes: readonly Change[]): void {
    describeWithEngine(`the life of ${environment}`, (engine) => {
        let stack: StackOnStandIn;
        let settings = (text: string): string => text;
        let resources: number;

        beforeAll(async () => {
            stack = await stackOnStandIn(engine, environment);
            resources = (await previewed(environment)).resources.length;
        });

        afterAll(() => stack.stop());

        const up = () => stack.run("up");
        const quiet = { exitCode: 0, findings: [], steps: [] };

        it("previews the creation of every resource, and creates none", async () => {
            const preview = await stack.run("preview");
            expect(preview).toMatchObject({ exitCode: 0, findings: [], counts: { create: resources } });
            expect(stack.state()).toEqual([]);
            expect(stack.standIn.cloud.all()).toEqual([]);
        });

        it("comes up", async () => {
            expect(await up()).toMatchObject({ exitCode: 0, findings: [], counts: { create: resources } });
        });

        it("has nothing to do the second time", async () => {
            expect(await up()).toMatchObject({ ...quiet, counts: { same: resources } });
        });

        it("finds nothing changed in a refresh", async () => {
            expect(await stack.run("refresh")).toMatchObject({ ...quiet, counts: { same: resources } });
        });

        it.each(changes)("$title", async ({ setting: [top, ...below], value, changes: expected }) => {
            const before = settings;
            settings = (text) => {
                const document = parseDocument(before(text));
                document.setIn(["config", `figlo-advisor:${top}`, ...below], value);
                return document.toString();
            };
            const { exitCode, steps } = await stack.run("up", { change: settings, policyPack: false });
            expect(exitCode).toBe(0);
            expect(steps.map(inWords).sort()).toEqual(expected);
        });

        if (environment === "acceptatie" || environment === "productie") {
            it("refuses to be destroyed, and loses nothing", async () => {
                const before = stack.state();
                const outcome = await stack.tried("destroy");
                expect(outcome.exitCode).not.toBe(0);
                expect(outcome.diagnostics.map(({ message }) => message).join()).toContain("protect");
                expect(stack.state()).toEqual(before);
            });
        } else {
            it("goes when it is destroyed, and leaves nothing but the names of its vaults", async () => {
                expect(await stack.tried("destroy")).toMatchObject({ exitCode: 0 });
                expect(stack.state()).toEqual([]);
                expect(stack.standIn.cloud.all()).toEqual([]);
                expect([...stack.standIn.cloud.deletedVaults.keys()]).toHaveLength(2);
            });
        }
    });
}

export const inWords = ({ op, urn, changed }: { op: string; urn: string; changed: readonly string[] }): string =>
    `${op} ${urn
        .split("$")
        .pop()
        ?.replace(/^azure-native:/, "")} ${changed.join()}`.trimEnd();
