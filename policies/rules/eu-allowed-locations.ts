import { LOCATED } from "../located";
import { isGiven, isMark, UnreadableError } from "../marks";
import { isAllowedRegion, normalRegion } from "../regions";
import { anyResourceRule } from "../rule";
import { show } from "../show";
import { keyOf, type Path, pathText, type Visit, walk } from "../walk";

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
    const visit: Visit = (value, path) => {
        if (
            !REGION_KEYS.has(keyOf(path).toLowerCase()) ||
            isGlobal(type, value, path) ||
            isAllowedRegion(value, config)
        ) {
            return;
        }
        if (isMark(value)) {
            unknown ??= pathText(path);
        } else {
            report(`${pathText(path)} is ${show(value)}, not a region of the European Union`);
        }
    };
    walk(inputs, visit, (key) => !OTHER_WORDS.has(key));
    if (unknown !== undefined) {
        throw new UnreadableError(unknown);
    }
});

const isGlobal = (type: string, value: unknown, path: Path): boolean =>
    MAY_BE_GLOBAL.has(type) && path.length === 1 && path[0] === "location" && normalRegion(value) === "global";
