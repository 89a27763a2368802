import { parseDocument } from "yaml";
import { settingsCopy } from "../../../sandbox/street/stack-settings";
import type { Environment } from "../../../stacks/settings/environments";
import { previewed, ROOT } from "../../street";
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

/** Where the settings say `protection: true`: elsewhere nothing is protected, and everything goes. */
const PROTECTED: readonly Environment[] = ["acceptatie", "productie"];

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
            const { exitCode, findings, steps } = await stack.run("up", { change: settings });
            expect({ exitCode, findings }).toEqual({ exitCode: 0, findings: [] });
            expect(steps.map(inWords).sort()).toEqual(expected);
        });

        if (PROTECTED.includes(environment)) {
            it("refuses to be destroyed by the sandbox, and loses nothing", async () => {
                const before = stack.state();
                const outcome = await stack.tried("destroy");
                expect(outcome.exitCode).not.toBe(0);
                expect(outcome.diagnostics.map(({ message }) => message).join()).toContain("protect");
                expect(stack.state()).toEqual(before);
            });

            it("refuses to be destroyed by the engine's own command, and loses nothing", async () => {
                const before = [stack.state(), stack.standIn.cloud.snapshot()];
                const settings = settingsCopy(stack.street, environment);
                const place = ["--cwd", ROOT, "--config-file", settings];
                const { exitCode, said } = await stack.pulumi("destroy", "--yes", "--non-interactive", ...place);
                expect(exitCode).not.toBe(0);
                expect(said).toMatch(/cannot be deleted\s+because it is protected/);
                expect([stack.state(), stack.standIn.cloud.snapshot()]).toEqual(before);
            });

            it("keeps what is protected when the engine destroys without having tried", async () => {
                const held = () => stack.state().filter(({ protect }) => protect);
                const before = held();
                expect((await stack.run("destroy")).exitCode).not.toBe(0);
                expect(held()).toEqual(before);
                const inAzure = before.filter(({ type }) => type.startsWith("azure-native:"));
                expect(inAzure.filter(({ id = "" }) => stack.standIn.cloud.get(id) === undefined)).toEqual([]);
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
