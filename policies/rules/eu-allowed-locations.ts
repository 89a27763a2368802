import { LOCATED } from "../located";
import { isGiven, isMark, isObject, UnreadableError } from "../marks";
import { isAllowedRegion, normalRegion } from "../regions";
import { anyResourceRule } from "../rule";
import { show } from "../show";

/** Resources that Azure has everywhere and that hold no customer data. An action group is none: `global` may process its messages anywhere. */
const MAY_BE_GLOBAL: ReadonlySet<string> = new Set([
    "azure-native:privatedns:PrivateZone",
    "azure-native:privatedns:VirtualNetworkLink",
    "azure-native:trafficmanager:Profile",
]);

/** Inputs that name a region, in lower case: of the resource, of its replicas, or of where it works. */
const REGION_KEYS: ReadonlySet<string> = new Set([
    "datalocation",
    "endpointlocation",
    "failoverlocation",
    "georeplicationlocation",
    "location",
    "locationname",
    "locations",
    "readlocations",
    "region",
    "regionname",
    "regions",
    "replicalocation",
    "replicalocations",
    "resourcelocation",
    "secondarylocation",
    "targetregions",
    "targetresourcelocation",
    "targetresourceregion",
    "writelocations",
]);

/** Free text, templates and settings of applications, where these keys mean something else; `*` is where a service endpoint may be. */
const OTHER_WORDS: ReadonlySet<string> = new Set(["metadata", "policyRule", "serviceEndpoints", "tags", "template"]);
const SETTINGS = /^azure-native:web:WebApp(ApplicationSettings|ConnectionStrings)/;

export const euAllowedLocations = anyResourceRule(({ type, inputs }, report, { config }) => {
    if (SETTINGS.test(type)) {
        return;
    }
    if (LOCATED.has(type) && !isGiven(inputs.location)) {
        report("location is not set, so that nothing says here where it is");
    }
    let unknown: string | undefined;
    for (const { path, value } of regionsIn(inputs)) {
        if (isMark(value)) {
            unknown ??= path;
        } else if (normalRegion(value) === "global" && path === "location" && MAY_BE_GLOBAL.has(type)) {
            // Allowed by the list above.
        } else if (!isAllowedRegion(value, config)) {
            report(`${path} is ${show(value)}, not a region of the European Union`);
        }
    }
    if (unknown !== undefined) {
        throw new UnreadableError(unknown);
    }
});

interface Place {
    readonly path: string;
    readonly value: unknown;
}

/** Every value under a key that names regions, at any depth. */
function regionsIn(value: unknown, path = "", named = false): readonly Place[] {
    if (isMark(value)) {
        return named ? [{ path, value }] : [];
    }
    if (Array.isArray(value)) {
        return value.flatMap((element, index) => regionsIn(element, `${path}[${index}]`, named));
    }
    if (isObject(value)) {
        return Object.entries(value)
            .filter(([key]) => !OTHER_WORDS.has(key))
            .flatMap(([key, each]) =>
                regionsIn(each, path ? `${path}.${key}` : key, REGION_KEYS.has(key.toLowerCase())),
            );
    }
    return named && value !== undefined && value !== null ? [{ path, value }] : [];
}
