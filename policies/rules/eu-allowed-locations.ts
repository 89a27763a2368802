import { LOCATED } from "../located";
import { isGiven, isMark, UnreadableError } from "../marks";
import { isAllowedRegion, normalRegion } from "../regions";
import { anyResourceRule } from "../rule";
import { show } from "../show";
import { keyOf, type Path, pathText, type Visit, walk } from "../walk";

/** Resources that Azure has everywhere and that hold no customer data. An action group is none: `global` may process its messages anywhere. */
const MAY_BE_GLOBAL: ReadonlySet<string> = new Set([
    // Azure takes no other location of it; what it holds is where its workspaces are.
    "azure-native:monitor:PrivateLinkScope",
    "azure-native:privatedns:PrivateZone",
    "azure-native:privatedns:VirtualNetworkLink",
    "azure-native:trafficmanager:Profile",
]);

/** Inputs that name a region, in lower case: of the resource, of its replicas, or of where it works. */
const REGION_KEYS: ReadonlySet<string> = new Set([
    "datalocation",
    "endpointlocation",
    // An edge zone or a place of one's own, which is no region of Azure's.
    "extendedlocation",
    "failoverlocation",
    "georeplicationlocation",
    "location",
    "locationname",
    "locations",
    "preferredlocation",
    "preferredlocations",
    "readlocations",
    "region",
    "regionname",
    "regions",
    "replicalocation",
    "replicalocations",
    "replicaregion",
    "replicaregions",
    "replicatedregions",
    "resourcelocation",
    "secondarylocation",
    "secondaryregion",
    "sourcewebapplocation",
    "targetlocation",
    "targetlocations",
    "targetregion",
    "targetregions",
    "targetresourcelocation",
    "targetresourceregion",
    "writelocations",
]);

/** Lists of objects that are regions by their `name`. What stands in a list of locations may have a name of its own. */
const NAMED_REGIONS = /(regions|^extendedlocation)$/;

/** Free text, templates, settings of applications and what makes a random name anew, where these keys mean something else; `*` is where a service endpoint may be. */
const OTHER_WORDS: ReadonlySet<string> = new Set([
    "keepers",
    "metadata",
    "policyRule",
    "serviceEndpoints",
    "tags",
    "template",
]);
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
        if (!isRegion(path) || isGlobal(type, value, path) || isAllowedRegion(value, config)) {
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

function isRegion(path: Path): boolean {
    const key = keyOf(path).toLowerCase();
    const outer = key === "name" ? keyOf(path.slice(0, -1)).toLowerCase() : "";
    return REGION_KEYS.has(key) || (REGION_KEYS.has(outer) && NAMED_REGIONS.test(outer));
}

const isGlobal = (type: string, value: unknown, path: Path): boolean =>
    MAY_BE_GLOBAL.has(type) && path.length === 1 && path[0] === "location" && normalRegion(value) === "global";
