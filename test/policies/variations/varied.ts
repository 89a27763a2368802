import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { planEnvironment } from "../../../cli/offline/plan-environment";
import { packSettings } from "../../../cli/preview/pack-settings";
import { evaluate } from "../../../policies/evaluate";
import type { Environment } from "../../../stacks/settings/environments";
import { loadEnvironment } from "../../../stacks/settings/load-environment";
import { ROOT } from "../../street";
import { TODAY } from "../example-stack";

// biome-ignore lint/suspicious/noExplicitAny: what stands in a file before it is checked.
type Content = any;

/** A change to the settings by their path without the namespace, and to the list of customers. */
export interface Variation {
    readonly settings?: Readonly<Record<string, unknown>>;
    readonly tenants?: (tenants: readonly Content[]) => readonly Content[];
}

/** What the pack finds in an environment whose files were changed and read anew, as `rule, verdict: resource message`. */
export async function foundIn(
    environment: Environment,
    { settings = {}, tenants }: Variation,
): Promise<readonly string[]> {
    const root = mkdtempSync(join(tmpdir(), "varied-"));
    try {
        const data = join("stacks", "data", environment);
        mkdirSync(join(root, data), { recursive: true });
        cpSync(join(ROOT, data), join(root, data), { recursive: true });
        rewrite(root, `Pulumi.${environment}.yaml`, (file) => ({ ...file, config: changed(file.config, settings) }));
        if (tenants) {
            rewrite(root, join(data, "tenants.yaml"), (file) => ({ ...file, tenants: tenants(file.tenants) }));
        }
        const loaded = loadEnvironment(root, environment);
        const findings = evaluate((await planEnvironment(loaded, TODAY)).asked, {
            ...packSettings(loaded),
            today: TODAY,
        });
        return findings.map(
            ({ rule, urn, verdict, message }) => `${rule}, ${verdict}: ${urn.split("::").pop()} ${message}`,
        );
    } finally {
        rmSync(root, { recursive: true });
    }
}

/** JSON is YAML in which every text stands in quotes. */
function rewrite(root: string, file: string, how: (content: Content) => Content): void {
    writeFileSync(join(root, file), JSON.stringify(how(parse(readFileSync(join(ROOT, file), "utf8")))));
}

function changed(config: Content, settings: Readonly<Record<string, unknown>>): Content {
    const result = structuredClone(config);
    for (const [path, value] of Object.entries(settings)) {
        const [first = "", ...rest] = path.split(".");
        const keys = [first.includes(":") ? first : `figlo-advisor:${first}`, ...rest];
        const last = keys.pop() as string;
        keys.reduce((at, key) => at[key], result)[last] = value;
    }
    return result;
}
