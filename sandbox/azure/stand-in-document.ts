import { RESOURCE_TYPES } from "../../arm/resource-types";
import { sqlDocument } from "../sql/sql-document";
import { FAULTS_GRAMMAR } from "./parse-faults";
import { PROVIDER_REFUSALS } from "./provider-refusals";
import type { Refusal } from "./refusal";
import { REFUSALS } from "./refusals";

/** The documentation of the stand-in: what it refuses, and from where that is known. */
export const standInDocument = (): string =>
    [
        "# The stand-in for Azure",
        "",
        "<!-- Written by: npx ts-node -T sandbox/azure/write-document.ts -->",
        "",
        "`otap sandbox` and the tests run the real Pulumi engine. What the engine talks to is this stand-in: it plays the providers azure-native",
        "and random, and behind them Azure Resource Manager and SQL Server. It is worth something where it refuses what Azure refuses, so each refusal is",
        "listed here with its source, and has a test in `test/sandbox/azure` that shows it beside a neighbour that is allowed. `[U]` marks what",
        "no source that was read confirms; most often that is the wording of a message.",
        "",
        "## What Azure refuses",
        "",
        `${REFUSALS.length} refusals. Types and enumerations of a body are those of the installed SDK's typings; where \`ARM_SCHEMAS\` names a checkout of`,
        "[Azure/azure-resource-manager-schemas](https://github.com/Azure/azure-resource-manager-schemas), Microsoft's own schemas judge it as well.",
        "",
        ...table(REFUSALS),
        "",
        "## What azure-native refuses",
        "",
        ...table(PROVIDER_REFUSALS),
        "",
        "## What happens besides",
        "",
        ...EFFECTS.map((effect) => `- ${effect}`),
        "",
        "## Trouble on demand",
        "",
        "`otap sandbox up test --faults '<faults>'`:",
        "",
        "```",
        FAULTS_GRAMMAR,
        "```",
        "",
        "## What it does not know",
        "",
        ...GAPS.map((gap) => `- ${gap}`),
        `- Types other than these ${TYPES.length}, and \`random\`'s: each is refused by its name before anything is asked of Azure.`,
        "",
        ...TYPES.map((type) => `  - \`${type}\``),
        "",
        ...sqlDocument(),
        "",
    ].join("\n");

type Row = Pick<Refusal, "id" | "title" | "source">;

const table = (rows: readonly Row[]): string[] => [
    "| id | what is refused | source |",
    "|---|---|---|",
    ...[...rows]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, title, source }) => `| \`${id}\` | ${cell(title)} | ${cell(source)} |`),
];

const cell = (text: string): string => text.replaceAll("|", "\\|");

const TYPES = [...new Set(Object.values(RESOURCE_TYPES).map(({ armType }) => armType))].sort();

const EFFECTS = [
    "A SQL server has a database `master`, and each server, database, site and storage account the settings that are always there, in their default state.",
    "A failover group makes each of its databases on the partner's server; when it is deleted, or a database leaves it, the copies stay, and their links.",
    "A failover group is told by both servers, each with its own role; after a planned failover the other one is the primary, and so are the copies there.",
    "A setting that is always there goes back to its default when it is removed: auditing, retention, encryption, publishing and the like.",
    "A deleted vault keeps its name until it is purged or recovered; a deleted key or secret keeps it until it is purged, or its vault is deleted.",
    "A diagnostic setting survives what it was set on, and stands there again when that is made anew.",
    "What is deleted goes with everything inside it.",
] as const;

const GAPS = [
    "Who asks: every call is allowed, also one that a real deployment's role would not have.",
    "Time: rights, names and identities are there at once, where Azure takes up to half an hour; a long operation ends with the call, unless a fault says otherwise.",
    "Quotas, capacity of a region, prices, and registration of resource providers.",
    "What is inside, but for what T-SQL changes: no rows, blobs, secrets or logs; nothing is restored, replicated, measured or alerted.",
    "The network: no packet is sent, so neither DNS records nor private endpoints lead anywhere, and no certificate is issued.",
    "Deleting a database, or a server, that is in a failover group: it is let through. Microsoft's specification lists no refusal for it, and the documentation speaks of unpredictable behaviour (MicrosoftDocs/azure-docs#61571) [U].",
    "An unknown location: where a program gives none and the group's name is not known yet, azure-native's preview has an unknown location, on which a policy cannot decide; here it has none.",
    "Recovery and purge: a recovered vault comes back empty, nothing is purged by itself, and a deleted SQL server frees its name at once.",
    "What azure-native's metadata knows and the SDK's typings do not: whole numbers, lowest and highest values, lengths and patterns beyond those of some names.",
    "Values newer than the installed SDK: an enumeration is closed here, where Azure may take more.",
    "Which services, SKUs and tiers a region offers; of regions only their names, zones and pairs are known.",
    "Rights that must be asked for: nobody asks, approves or activates, none ends by itself, and of the policies of roles only the one on ends is known.",
    "Operations of roles: that each exists, and that a role is given only where its definition says it can be.",
    "Passwords: their length and complexity are not judged.",
    "Tags: how many, how long, and which characters.",
    "Addresses, but for subnets of one network and a firewall's range: that an address space is private, is written as a CIDR with no bits beyond its prefix, leaves a subnet room, or overlaps no network that is reached.",
    "What a security rule says, but for its priority and description: ports, prefixes, service tags, and rules that contradict each other.",
    "A private endpoint's groups: that the resource has that sub-resource, and that the DNS zone is the one for it.",
    "Changes of what is in use: only its deletion is judged. So a subnet that is joined takes another range or delegation, and a plan with sites another SKU.",
    "Combinations of a SKU with features, but for those in the table: what a plan, storage account, vault or database of a tier has, and from what to what it can be scaled.",
    "Numbers of Traffic Manager and of Azure Monitor: intervals, timeouts, tolerated failures, weights, frequencies, windows and thresholds.",
    "What Azure does by itself with backups in a region without a pair, where a program says nothing of their redundancy [U].",
    "That a server's public access could be closed only once it has a private endpoint, as Microsoft's specification lists (PECsNotExistingToDenyPublicNetworkAccess): today's servers are made closed [U].",
    "Virtual network rules, and what a failover group has against them; App Service slots and backups; budgets: the types are not played.",
    "Proof of who owns a host name, and DNS on the way to a managed certificate.",
    "What a ReadOnly lock forbids besides writing and deleting: calls such as those for keys.",
    "Parallel writes to one network or one server, which Azure answers with 409 at times.",
    "The content of a `Microsoft.Resources/deployments`, and Azure Policy.",
] as const;
