import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../../cli/main";
import { appended, type History, type NewEntry } from "../../../stacks/promotion/release-history";
import { ENVIRONMENTS, type Environment, settingsFileOf } from "../../../stacks/settings/environments";
import { ROOT } from "../../street";
import { recordedIo } from "../recorded-io";

const CLOCK = new Date("2026-11-23T12:00:00Z");

/** A copy of the project's settings and data, to promote releases and move tenants in. */
export class StreetCopy {
    readonly root = mkdtempSync(join(tmpdir(), "otap-releases-"));

    constructor() {
        for (const file of [...ENVIRONMENTS.map(settingsFileOf), "stacks/data", "policies/config"]) {
            cpSync(join(ROOT, file), join(this.root, file), { recursive: true });
        }
    }

    remove(): void {
        rmSync(this.root, { recursive: true });
    }

    read(environment: Environment): string {
        return readFileSync(join(this.root, settingsFileOf(environment)), "utf8");
    }

    /** Changes the text of a settings file. */
    edit(environment: Environment, from: string | RegExp, to: string): void {
        const text = this.read(environment);
        expect(text).toMatch(from);
        this.write(settingsFileOf(environment), text.replace(from, to));
    }

    /** @returns the path. */
    write(name: string, content: string | object): string {
        const file = join(this.root, name);
        writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
        return file;
    }

    /** Plays the sandbox, of which the stacks have these outputs. */
    sandboxTells(outputs: object): void {
        mkdirSync(join(this.root, "sandbox/bin"), { recursive: true });
        const told = JSON.stringify(JSON.stringify(outputs));
        this.write("sandbox/bin/sandbox.js", `console.log(process.argv[2] === "outputs" ? ${told} : "{}")`);
    }

    /** Runs a command line; what stands in one element has spaces. */
    async otap(line: string | readonly string[], input = "") {
        const io = recordedIo({
            root: this.root,
            columns: 80,
            input: async function* () {
                yield Buffer.from(input);
            },
        });
        const argv = typeof line === "string" ? line.split(" ") : line;
        const exitCode = await main(argv, io, undefined, CLOCK);
        return { exitCode, stdout: io.stdout(), stderr: io.stderr() };
    }
}

export const digestOf = (letter: string): string => `sha256:${letter.repeat(64)}`;
/** What the example settings name. */
export const PRESENT = "sha256:84dd20e987f6a26d2af0a3d3e0814c0ba140d650655b91d864ed3cc787cfbe3a";

type Deployed = Pick<NewEntry, "version" | "digest" | "deployed"> & Partial<NewEntry>;

/** The records of an environment that deployed these, one after another. */
export const historyOf = (environment: string, ...deployed: readonly Deployed[]): History =>
    deployed.reduce<History>(
        (history, each) =>
            appended(history, {
                environment,
                commit: "c".repeat(40),
                approver: "release manager",
                where: "azure",
                ...each,
            }),
        [],
    );

/** What `pulumi stack export` prints of a stack with these records, as far as it is read. */
export function exportOf(stack: string, history: History, releases: unknown = history): object {
    const urn = (type: string, name: string) => `urn:pulumi:${stack}::figlo-advisor::${type}::${name}`;
    const root = { urn: urn("pulumi:pulumi:Stack", `figlo-advisor-${stack}`), type: "pulumi:pulumi:Stack" };
    const record = "pulumi-nodejs:dynamic/figlo:ReleaseRecord";
    return {
        version: 3,
        deployment: {
            resources: [
                { ...root, outputs: { url: "https://advisor.figlo.example", releases } },
                { urn: urn(record, "release"), type: record, custom: true, id: stack, outputs: { history } },
            ],
        },
    };
}
