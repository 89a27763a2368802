import type { Outcome } from "./outcome";
import { exitCodeOf } from "./verdict";

/** What the engine does to a resource, before and after. Its own steps within a replacement are left out. */
const WORDS: Readonly<Record<string, readonly [would: string, done: string]>> = {
    create: ["to create", "created"],
    update: ["to update", "updated"],
    replace: ["to replace", "replaced"],
    delete: ["to delete", "deleted"],
    same: ["unchanged", "unchanged"],
};

/**
 * An outcome for people: one line that says how it went, then what was refused and by whom.
 *
 * @param folder the street's folder as a person would type it
 */
export function showOutcome(outcome: Outcome, folder: string): string {
    const { environment, operation } = outcome;
    const head = `${environment}: ${operation} ${resultOf(outcome)}`;
    const lines = [head, ...findingLines(outcome), ...errorLines(outcome, folder)];
    if (outcome.exitCode !== 0) {
        lines.push(`  what the engine said: ${folder}/logs/${environment}-*.log`);
    }
    return `${lines.join("\n")}\n`;
}

function resultOf(outcome: Outcome): string {
    if (exitCodeOf(outcome) === 0) {
        return `is done: ${countsText(outcome)}`;
    }
    if (outcome.rehearsal) {
        return `is ${outcome.interrupted ? "interrupted" : "refused"}; nothing was changed`;
    }
    return `${outcome.interrupted ? "interrupted" : "stopped half-way"}: ${countsText(outcome)}`;
}

/** What a `destroy` could not find, and the sandbox took away instead. */
export function showOrphans(environment: string, ids: readonly string[]): string {
    const lines = [
        `  the played cloud held what the engine's state of ${environment} did not, as after an answer that was lost; the sandbox removed it, where in Azure you would by hand:`,
        ...ids.map((id) => `    ${id}`),
    ];
    return ids.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** `358 created, 2 unchanged`. */
export function countsText({ counts, rehearsal }: Pick<Outcome, "counts" | "rehearsal">): string {
    const parts = Object.entries(WORDS).flatMap(([op, [would, done]]) =>
        counts[op] ? [`${counts[op]} ${rehearsal ? would : done}`] : [],
    );
    return parts.length > 0 ? parts.join(", ") : "nothing to do";
}

function findingLines({ findings }: Outcome): readonly string[] {
    const mandatory = findings.filter(({ level }) => level === "mandatory");
    const advisory = findings.length - mandatory.length;
    return [
        ...mandatory.map(
            ({ rule, urn, message }) =>
                `  policy ${rule}: ${nameOf(urn)}${indented(message.split("\n").at(-1) ?? message)}`,
        ),
        ...(advisory > 0 ? [`  ${advisory} advisory ${advisory === 1 ? "finding" : "findings"}`] : []),
    ];
}

const ORPHAN = /cannot create already existing (sub)?resource/;
const PROTECTED = /cannot be deleted\s+because it is protected/;
/** What the engine adds when it has said all. */
const CLOSING = /^((update|preview|destroy|refresh)( operation)? (failed|cancell?ed)|.*context canceled)$/;

function errorLines({ environment, diagnostics }: Outcome, folder: string): readonly string[] {
    const errors = diagnostics.filter(({ severity, message }) => severity === "error" && !CLOSING.test(message));
    const locked = errors.filter(({ message }) => PROTECTED.test(message));
    const others = errors.filter(({ message }) => !PROTECTED.test(message));
    const example = locked[0]?.urn;
    return [
        ...(example === undefined
            ? []
            : [
                  `  ${environment} is protected: ${locked.length === 1 ? "a resource" : `${locked.length} resources`} in it may not be deleted, such as ${nameOf(example).replace(/: $/, "")}`,
                  `  to begin anew, remove the folder ${folder}: it holds the sandbox and nothing else`,
              ]),
        ...others.map(({ urn, message }) => `  error: ${nameOf(urn ?? "")}${indented(message)}`),
        ...(errors.some(({ message }) => ORPHAN.test(message))
            ? [
                  `  it stands in the cloud and not in the engine's state, as after an answer that was lost: in Azure, import it or delete it by hand; here, 'otap sandbox destroy ${environment}' removes it, or where that is refused, removing the folder ${folder}`,
              ]
            : []),
    ];
}

/** `sql:Server primary: `, or nothing for the stack as a whole. */
function nameOf(urn: string): string {
    const [, , types, name] = urn.split("::");
    const type = types
        ?.split("$")
        .at(-1)
        ?.replace(/^azure-native:/, "");
    return type === undefined || type === "pulumi:pulumi:Stack" ? "" : `${type} ${name}: `;
}

const indented = (message: string): string => message.split("\n").join("\n  ");
