import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MOST_TENANTS, mostDatabases } from "../../infra/sql/pool-size";
import { strangeAdministrators } from "./access-administrators";
import {
    type AccessGrant,
    type Attestation,
    type Classification,
    type DataFile,
    dataFromYaml,
    type Exemption,
    type Tenant,
} from "./data-files";
import { type Environment, settingsFileOf } from "./environments";
import { deepFreeze } from "./fields";
import { type Settings, settingsFromYaml } from "./settings";
import { attempt, type Mistake, SettingsError } from "./settings-error";
import { tenantPaths } from "./tenant-paths";
import { testWindowMistakes } from "./test-window-mistakes";

/** What is reviewed beside the settings of an environment. */
export interface EnvironmentData {
    readonly tenants: readonly Tenant[];
    readonly access: readonly AccessGrant[];
    readonly attestations: readonly Attestation[];
    readonly exemptions: readonly Exemption[];
    readonly classification: Classification;
}

/** Everything that is declared for one environment. */
export interface Loaded {
    readonly environment: Environment;
    readonly settings: Settings;
    readonly data: EnvironmentData;
}

/** The path of a data file, relative to the root of the project. */
export const dataFileOf = (environment: Environment, file: DataFile): string =>
    `stacks/data/${environment}/${file}.yaml`;

/**
 * Reads the settings and the data of an environment.
 *
 * @param root folder of the project.
 * @throws SettingsError with every mistake in all of its files.
 */
export function loadEnvironment(root: string, environment: Environment): Loaded {
    return withSettings(root, environment, () => {
        const file = settingsFileOf(environment);
        return settingsFromYaml(file, read(root, file));
    });
}

/**
 * Reads the data of an environment whose settings come from elsewhere, as from the engine.
 *
 * @throws SettingsError with every mistake in the data files and in what `settings` throws.
 */
export function withSettings(root: string, environment: Environment, settings: () => Settings): Loaded {
    const mistakes: Mistake[] = [];
    const found = attempt(settings, mistakes);
    const data = loadData(root, environment, mistakes);
    if (found !== undefined) {
        mistakes.push(...mistakesBetween(environment, found, data));
    }
    if (found === undefined || mistakes.length > 0) {
        throw new SettingsError(mistakes);
    }
    return deepFreeze({ environment, settings: found, data: data as EnvironmentData });
}

/** What is wrong between files that are each right by themselves; a file that could not be read is not compared. */
export function mistakesBetween(
    environment: Environment,
    settings: Settings,
    { tenants, access }: Partial<EnvironmentData>,
): readonly Mistake[] {
    const files = {
        settings: settingsFileOf(environment),
        access: dataFileOf(environment, "access"),
        tenants: dataFileOf(environment, "tenants"),
    };
    return [
        ...(tenants === undefined ? [] : crowdedShards(environment, settings, tenants)),
        ...(tenants === undefined ? [] : tenantPaths(files, settings, tenants, access ?? [])),
        ...(access === undefined ? [] : testWindowMistakes(files, settings, access)),
        ...(access === undefined ? [] : strangeAdministrators(files.access, settings, access)),
    ];
}

function loadData(root: string, environment: Environment, mistakes: Mistake[]): Partial<EnvironmentData> {
    const load = <F extends DataFile>(kind: F) => {
        const file = dataFileOf(environment, kind);
        return attempt(() => dataFromYaml(kind, file, read(root, file)), mistakes);
    };
    return {
        tenants: load("tenants")?.tenants,
        access: load("access")?.access,
        attestations: load("attestations")?.attestations,
        exemptions: load("exemptions")?.exemptions,
        classification: load("classification"),
    };
}

function read(root: string, file: string): string {
    try {
        return readFileSync(join(root, file), "utf8");
    } catch (error) {
        throw new SettingsError([{ file, path: "", message: unreadable((error as NodeJS.ErrnoException).code) }]);
    }
}

function unreadable(code = "unknown"): string {
    if (code === "ENOENT") {
        return "the file does not exist; copy that of another environment and change its values";
    }
    return code === "EISDIR"
        ? "a folder stands in the place of the file; remove it, and copy the file of another environment"
        : `the file cannot be read (${code}); check what it is and who may read it`;
}

/** More customers in one shard than its pool holds. */
function crowdedShards(environment: Environment, { sql }: Settings, tenants: readonly Tenant[]): readonly Mistake[] {
    const most = mostDatabases({ family: "Gen5", ...sql.pool });
    const remedy =
        most < MOST_TENANTS
            ? `give sql.pool more vCores, so that it holds ${MOST_TENANTS}`
            : "more need a further shard, which has no stack so far";
    return [...new Set(tenants.map(({ shard }) => shard))].flatMap((shard) => {
        const count = tenants.filter((tenant) => tenant.shard === shard).length;
        const message = `${count} tenants are in shard '${shard}', whose pool holds ${most}; ${remedy}`;
        return count > most ? [{ file: dataFileOf(environment, "tenants"), path: "tenants", message }] : [];
    });
}
