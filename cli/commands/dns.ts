import { type Command, Option } from "commander";
import { loadStreet } from "../../stacks/settings/load-street";
import { checkRecords } from "../dns/check-records";
import { expectedRecords } from "../dns/expected-records";
import { type LookUp, lookUpAt } from "../dns/look-up";
import { EXIT, type Io } from "../io";
import { stableJson } from "../plan/stable-json";
import { chooseEnvironments } from "../preview/choose-environments";
import { type CheckedName, dnsText } from "../show/dns-text";
import { WrongUse } from "../wrong-use";

/** Options as commander gives them. */
interface DnsOptions {
    readonly json?: boolean;
    readonly server?: string;
    readonly verificationId?: string;
}

/** @param ended called with the exit code */
export function registerDns(program: Command, io: Io, ended: (exitCode: number) => void): void {
    program
        .command("dns")
        .description(
            "whether the DNS records of the host names are there, and which to make; online: it asks resolvers",
        )
        .argument("[environment...]", "ontwikkeling, test, acceptatie or productie; all four when left out")
        .option("--json", "print what was found as JSON and nothing else")
        .addOption(new Option("--server <host[:port]>", "address of the resolver to ask; the machine's when left out"))
        .addOption(
            new Option("--verification-id <id>", "what the TXT record must say: the stack output domainVerificationId"),
        )
        .action(async (environments: string[], options: DnsOptions) => ended(await dns(environments, options, io)));
}

/** `otap dns`: ends with 0 when every record is there, 1 when one is not, and 2 when no resolver answers. */
async function dns(environments: readonly string[], options: DnsOptions, io: Io): Promise<number> {
    const { json, server, verificationId } = options;
    const chosen = chooseEnvironments(environments);
    if (verificationId !== undefined && chosen.length !== 1) {
        throw new WrongUse(
            `--verification-id is of one environment's subscription; name that environment, got ${chosen.join(", ")}`,
        );
    }
    if (verificationId?.trim() === "") {
        throw new WrongUse("--verification-id is empty; write what the stack output domainVerificationId says");
    }
    const lookUp = lookUpAt(server);
    const street = loadStreet(io.root);
    const names = await Promise.all(
        chosen.map(async (environment): Promise<CheckedName> => {
            const { settings } = street[environment];
            const records = await checkRecords(expectedRecords(settings, verificationId), lookUp);
            return { environment, hostName: settings.domain.hostName, records };
        }),
    );
    io.out(json ? stableJson(asJson(names)) : dnsText(names, io.columns));
    return exitCodeOf(names, lookUp, io);
}

function exitCodeOf(names: readonly CheckedName[], { servers }: LookUp, io: Io): number {
    const states = names.flatMap(({ records }) => records.map(({ state }) => state));
    if (states.includes("unanswered")) {
        const asked = servers.length > 0 ? servers.join(", ") : "none is configured";
        io.err(`Not every question was answered by a resolver (asked: ${asked}); name another one with --server.\n`);
        return EXIT.wrongUse;
    }
    return states.every((state) => state === "found") ? EXIT.fine : EXIT.violations;
}

const asJson = (names: readonly CheckedName[]) => ({
    version: 1,
    environments: Object.fromEntries(
        names.map(({ environment, hostName, records }) => [
            environment,
            {
                hostName,
                records: records.map(({ name, type, state, value, says, make }) => ({
                    name,
                    type,
                    state,
                    expected: value ?? null,
                    says,
                    ...(state === "found" || state === "unanswered" ? {} : { make }),
                })),
            },
        ]),
    ),
});
