import type { Command } from "commander";
import { createColors } from "picocolors";
import type { Loaded } from "../../stacks/settings/load-environment";
import { loadStreet, type Street } from "../../stacks/settings/load-street";
import { EXIT, type Io } from "../io";
import { planEnvironment } from "../offline/plan-environment";
import { stableJson } from "../plan/stable-json";
import { chooseEnvironment, chooseEnvironments } from "../preview/choose-environments";
import { databaseAccess } from "../separation/database-access";
import { changeTenants } from "../tenants/change-tenants";
import { stepText } from "../tenants/step-text";
import { type EnvironmentTenants, listTenants } from "../tenants/tenant-list";
import {
    type AddOptions,
    addStep,
    removeStep,
    resumeStep,
    type SuspendOptions,
    suspendStep,
    type TenantStep,
} from "../tenants/tenant-steps";
import { tenantsTable } from "../tenants/tenants-table";
import { WrongUse } from "../wrong-use";

export interface TenantsArgs {
    /** Names as the user typed them; none means all four. */
    readonly environments: readonly string[];
    readonly json: boolean;
    /** ISO date. */
    readonly today: string;
}

/** `otap tenants`: who lives where, and who gets into which database, from the files and the plans. */
export async function tenants({ environments, json, today }: TenantsArgs, io: Io): Promise<number> {
    const chosen = chooseEnvironments(environments);
    const street = loadStreet(io.root);
    const listed: EnvironmentTenants[] = [];
    for (const environment of chosen) {
        io.progress(`Planning ${environment} …`);
        const loaded = street[environment];
        const { resources } = await planEnvironment(loaded, today);
        listed.push(listTenants(loaded, databaseAccess(resources, loaded), today));
    }
    io.progress("");
    io.out(json ? stableJson(tenantsJson(listed, today)) : tenantsTable(listed, io.columns, createColors(io.colour)));
    return EXIT.fine;
}

const tenantsJson = (listed: readonly EnvironmentTenants[], today: string): object => ({
    version: 1,
    today,
    environments: Object.fromEntries(listed.map(({ environment, ...rest }) => [environment, rest])),
});

/** Changes one tenant, and says what became of it. */
function changeOne(name: string, io: Io, step: (loaded: Loaded, street: Street) => TenantStep): number {
    const environment = chooseEnvironment(name);
    const street = loadStreet(io.root);
    const loaded = street[environment];
    const change = step(loaded, street);
    changeTenants(io.root, loaded, change);
    io.out(stepText(change, loaded, io.columns));
    return EXIT.fine;
}

const ENVIRONMENT = "ontwikkeling, test, acceptatie or productie";
const ID = "the tenant's id, such as t-4f9k2c";

/**
 * Adds `tenants` and what belongs to it.
 *
 * @param today the date to judge by, from what was given
 * @param ended called with the exit code
 */
export function registerTenants(
    program: Command,
    io: Io,
    today: (given?: string) => string,
    ended: (exitCode: number) => void,
): void {
    const command = program
        .command("tenants")
        .description("who lives where, and who gets into which database; with add, suspend, resume, remove")
        .argument("[environment...]", `${ENVIRONMENT}; all four when left out`)
        .option("--json", "print them as JSON and nothing else")
        .option("--today <date>", "what ended before this date is not let in any more (YYYY-MM-DD)")
        // `--today` behind `suspend` is that of the suspension.
        .enablePositionalOptions()
        .hook("preSubcommand", (list, step) => {
            const [stray] = Object.keys(list.opts());
            if (stray !== undefined) {
                throw new WrongUse(
                    `--${stray} before '${step.name()}' belongs to the list of tenants; \`otap tenants ${step.name()} --help\` says what may stand behind it. Nothing was written`,
                );
            }
        })
        .action(async (environments: string[], options: { json?: boolean; today?: string }) => {
            ended(await tenants({ environments, json: options.json ?? false, today: today(options.today) }, io));
        });
    command
        .command("add")
        .description("adds a tenant to the reviewed file")
        .argument("<environment>", ENVIRONMENT)
        .requiredOption("--name <name>", "the organisation; it stays in the file")
        .option("--id <id>", "t- and six letters or digits; a random one when left out")
        .option("--shard <shard>", "where its database lives", "01")
        .action((environment: string, options: AddOptions) => {
            ended(changeOne(environment, io, (_, street) => addStep(options, street)));
        });
    command
        .command("suspend")
        .description("lets nobody in but administrators; its data and backups stay")
        .argument("<environment>", ENVIRONMENT)
        .argument("<id>", ID)
        .requiredOption("--keep-until <date>", "last day on which the contract wants the data kept (YYYY-MM-DD)")
        .requiredOption("--reason <text>", "why, in a sentence")
        .option("--today <date>", "first day without access (YYYY-MM-DD)")
        .action((environment: string, id: string, options: SuspendOptions & { today?: string }) => {
            const date = today(options.today);
            ended(changeOne(environment, io, (loaded) => suspendStep(loaded, id, options, date)));
        });
    command
        .command("resume")
        .description("makes a suspended tenant active again")
        .argument("<environment>", ENVIRONMENT)
        .argument("<id>", ID)
        .action((environment: string, id: string) => {
            ended(changeOne(environment, io, (loaded) => resumeStep(loaded, id)));
        });
    command
        .command("remove")
        .description("takes a suspended tenant out, when it need not be kept; in two steps where data are protected")
        .argument("<environment>", ENVIRONMENT)
        .argument("<id>", ID)
        .option("--today <date>", "the day to compare with what must be kept (YYYY-MM-DD)")
        .action((environment: string, id: string, options: { today?: string }) => {
            const date = today(options.today);
            ended(changeOne(environment, io, (loaded) => removeStep(loaded, id, date)));
        });
}
