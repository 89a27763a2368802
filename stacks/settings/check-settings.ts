import type { z } from "zod";
import { normaliseRegion } from "../../infra/regions";
import type { Environment } from "./environments";
import type { Problem } from "./problem";
import { isMapping, problemsOf, unknownSetting, wanted, without } from "./problems";
import { PROVIDER_SETTINGS, REFUSED_PROVIDER_SETTINGS } from "./provider-settings";
import { refusedTexts } from "./refused-texts";
import { isKnownInside } from "./region-fields";
import { CONFIG, NAMESPACES, type SETTINGS } from "./schema";
import { show } from "./show";

type Found = Partial<z.output<typeof SETTINGS>>;

/** What was found: settings that may be used when there is no problem. */
export interface Checked {
    readonly value?: z.output<typeof SETTINGS>;
    readonly problems: readonly Problem[];
}

/**
 * Checks the `config` mapping of a stack file. Each section is parsed by itself, so that a mistake in one does not hide those
 * between the others.
 */
export function checkSettings(environment: Environment, config: unknown): Checked {
    if (!isMapping(config)) {
        return { problems: [{ path: ["config"], message: wanted(CONFIG, config ?? undefined) }] };
    }
    const refused = refusedTexts(config).map(({ path, message }) => ({ path: withoutNamespace(path), message }));
    const value: Record<string, unknown> = {};
    const wrong = sections().flatMap(({ key, name, schema }) => {
        const given = Object.hasOwn(config, key) ? config[key] : undefined;
        const result = schema.safeParse(given, { jitless: true });
        // How the engine signs in is between it and the provider.
        if (!Object.hasOwn(PROVIDER_SETTINGS, name)) {
            value[name] = result.data;
        }
        const problems = result.error ? problemsOf(schema, given, result.error.issues) : [];
        return problems.map(({ path, message }) => ({ path: [...withoutNamespace([key]), ...path], message }));
    });
    const elsewhere = elsewhereThanPrimary(config);
    const others = [...without(wrong, elsewhere), ...unknownKeys(config), ...elsewhere];
    const besides = [...unprotected(environment, value as Found), ...unowned(value as Found)];
    const problems = [...refused, ...without(others, refused), ...besides];
    return { value: value as z.output<typeof SETTINGS>, problems };
}

const sections = () =>
    Object.entries(NAMESPACES).flatMap(([namespace, shape]) =>
        Object.entries(shape).map(([name, schema]) => ({
            key: `${namespace}:${name}`,
            name,
            schema: schema as z.ZodType,
        })),
    );

/** Our own settings are shown without their namespace. */
export const withoutNamespace = ([key, ...rest]: readonly PropertyKey[]): readonly PropertyKey[] => [
    String(key).replace(/^figlo-advisor:/, ""),
    ...rest,
];

function unknownKeys(config: Readonly<Record<string, unknown>>): readonly Problem[] {
    const known = sections();
    const unknown = Object.entries(config).filter(([key]) => !known.some((section) => section.key === key));
    return unknown.map(([key, found]) => ({ path: withoutNamespace([key]), message: ofUnknown(key, found, known) }));
}

function ofUnknown(key: string, found: unknown, known: ReturnType<typeof sections>): string {
    const bare = key.replace(/^[^:]*:/, "");
    const refusal = key.startsWith("azure-native:") ? REFUSED_PROVIDER_SETTINGS.get(bare) : undefined;
    if (refusal !== undefined) {
        return refusal;
    }
    const home = known.find(({ name }) => name === bare);
    if (home) {
        return `unknown setting; did you mean '${home.key}'?`;
    }
    return unknownSetting(
        bare,
        found,
        known.map(({ name }) => name),
    );
}

/** The provider's region, where it is not the first of the environment's own, whatever else is wrong with `regions`. */
function elsewhereThanPrimary(config: Readonly<Record<string, unknown>>): readonly Problem[] {
    const [found, regions] = [config["azure-native:location"], config["figlo-advisor:regions"]];
    const given = isMapping(regions) && typeof regions.primary === "string" ? normaliseRegion(regions.primary) : "";
    if (!isKnownInside(given) || (typeof found === "string" && normaliseRegion(found) === given)) {
        return [];
    }
    const message = (found ?? undefined) === undefined ? "is missing" : `${show(found)} is not regions.primary`;
    return [{ path: ["azure-native:location"], message: `${message}; write '${given}', as in regions.primary` }];
}

/** What only the owner of a subscription can ask for. */
function unowned({ ownsSubscription, initiatives = [] }: Found): readonly Problem[] {
    const message =
        "needs ownsSubscription: true; write them in the settings of the environment that owns the subscription";
    return ownsSubscription === false && initiatives.length > 0 ? [{ path: ["initiatives"], message }] : [];
}

function unprotected(environment: Environment, { protection }: Found): readonly Problem[] {
    const needed = environment === "acceptatie" || environment === "productie";
    const message = `must be true in ${environment}: what holds data is protected there`;
    return needed && protection === false ? [{ path: ["protection"], message }] : [];
}
