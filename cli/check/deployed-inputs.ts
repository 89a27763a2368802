import { ID_SHAPES } from "../../policies/azure-types";
import { foundOutputs } from "../../policies/found-outputs";
import { holdsMark, isMark } from "../../policies/marks";
import { nameInput, physicalName } from "../../policies/physical-name";
import { withoutVersion } from "../../policies/type-token";
import type { PlanObject, PlanValue } from "../plan/plan";
import { isFields } from "./fields";

/** A resource as the engine keeps it. */
export interface Deployed {
    readonly type: string;
    readonly id: unknown;
    readonly inputs: PlanObject;
    readonly outputs: PlanObject;
}

/**
 * The inputs of what is deployed, completed with what the deployment told. Of what was left out only names and the place are taken: that
 * a setting was left to Azure's default is for rules to judge, whatever the default turned out to be. azure-native's outputs lack what
 * stands in the path of the id, so that is read from the id. What a resource found out by itself is added.
 */
export function deployedInputs({ type, id, inputs, outputs }: Deployed): PlanObject {
    const plain = withoutVersion(type);
    const told = plain.startsWith("azure-native:")
        ? { ...pathInputs(plain, id, inputs), ...pick(outputs, "location") }
        : {};
    // The `name` among the outputs of what belongs to a site is its own, among the inputs it is the site's: the path goes before.
    const asked = { ...told, ...inputs };
    const settledInputs = settled(asked, outputs) as PlanObject;
    const lacking = Object.entries(told).filter(([name]) => isMark(settledInputs[name]));
    return { ...settledInputs, ...Object.fromEntries(lacking), ...foundOutputs(plain, outputs) };
}

/** A value in which what is not known is taken from the output of the same name; a list as a whole, since Azure may order it anew. */
function settled(input: PlanValue, output: PlanValue | undefined): PlanValue {
    if (output === undefined || !holdsMark(input)) {
        return input;
    }
    if (isMark(input) || Array.isArray(input)) {
        return holdsMark(output) ? input : output;
    }
    return isFields(input) && isFields(output) && !isMark(output)
        ? Object.fromEntries(
              Object.entries(input).map(([name, value]) => [
                  name,
                  settled(value as PlanValue, Object.hasOwn(output, name) ? (output[name] as PlanValue) : undefined),
              ]),
          )
        : input;
}

const pick = (values: PlanObject, name: string): PlanObject =>
    Object.hasOwn(values, name) && typeof values[name] === "string" ? { [name]: values[name] as string } : {};

/** The inputs that a part of an id is, by the type that stands before it in the path. */
const PARENTS: ReadonlyMap<string, string> = new Map([
    ["backupvaults", "vaultName"],
    ["databases", "databaseName"],
    ["networksecuritygroups", "networkSecurityGroupName"],
    ["privateendpoints", "privateEndpointName"],
    ["privatednszones", "privateZoneName"],
    ["servers", "serverName"],
    ["sites", "name"],
    ["slots", "slot"],
    ["storageaccounts", "accountName"],
    ["trafficmanagerprofiles", "profileName"],
    ["userassignedidentities", "resourceName"],
    ["vaults", "vaultName"],
    ["virtualnetworks", "virtualNetworkName"],
]);

/** `/subscriptions/<id>/resourceGroups/<group>/providers/<namespace>/<type>/<name>/<type>/<name>`. */
function pathInputs(type: string, id: unknown, given: PlanObject): PlanObject {
    const path = /^\/subscriptions\/[^/]+(?:\/resourceGroups\/([^/]+))?(?:\/providers\/[^/]+\/(.+))?$/i.exec(
        typeof id === "string" ? id : "",
    );
    // What extends a resource, such as a lock, names it by inputs of its own.
    if (path === null || /\/providers\//i.test(path[2] ?? "")) {
        return {};
    }
    const [, group, rest = ""] = path;
    const parts = rest.split("/");
    const entries: [string, string][] = group === undefined ? [] : [["resourceGroupName", group]];
    for (let at = 0; at + 3 < parts.length; at += 2) {
        const parent = PARENTS.get((parts[at] ?? "").toLowerCase());
        if (parent !== undefined) {
            entries.push([parent, parts[at + 1] ?? ""]);
        }
    }
    const own =
        ID_SHAPES.has(type) && physicalName({ type, inputs: given }) === undefined ? nameInput(type) : undefined;
    if (own !== undefined && parts.length % 2 === 0) {
        entries.push([own, parts.at(-1) ?? ""]);
    }
    return Object.fromEntries(entries);
}
