import { DATABASE_GUARD } from "../../../policies/allowed-types";
import { isTriggerInForce } from "../../../policies/guard-trigger";
import type { PlanResource, PlanValue } from "../../plan/plan";
import { inputAt, isPlanObject, listAt, PlannedResources } from "../../plan/planned-resources";
import type { Facts, FactsArgs } from "../facts";

/** Measure 7: what refuses a password in the open, and which keys encrypt what databases keep. */
export const storedPasswords: Facts = {
    measure: 7,
    of: ({ resources }) => {
        const plan = new PlannedResources(resources);
        return [guarded(plan), lookedAt(plan), ...databaseKeys(plan), ...columnKeys(plan), references(plan)];
    },
};

/** Measure 8: who checks a password, and what a database may hold of one. */
export const checkedPasswords: Facts = {
    measure: 8,
    of: ({ resources, loaded }) => {
        const plan = new PlannedResources(resources);
        return [
            signIn(loaded),
            guarded(plan),
            lookedAt(plan),
            "a column of passwords may be a binary hash of 32 to 128 bytes with its salt and algorithm beside it; how it is made, the application's attestation says",
        ];
    },
};

function guarded(plan: PlannedResources): string {
    const inForce = plan.ofType(DATABASE_GUARD).filter((guard) => isTriggerInForce(inputAt(guard, "trigger")));
    const guards = new Set(inForce.map((guard) => said(inputAt(guard, "database"))));
    const databases = plan.ofType("sql:Database").map((database) => said(inputAt(database, "databaseName")));
    const count = databases.filter((name) => guards.has(name)).length;
    return `${count} of ${databases.length} databases have a guard, a trigger that refuses a column that looks like a password in the open; no real SQL Server has run it so far`;
}

/** What guards found where they are deployed: a plan knows it only by a state that was refreshed. */
function lookedAt(plan: PlannedResources): string {
    const guards = plan.ofType(DATABASE_GUARD);
    const looked = guards.filter(({ inputs }) => Array.isArray(inputs.suspectColumns));
    if (looked.length === 0) {
        return "which columns stand in the databases now is not known here; after `pulumi refresh` an exported state tells it to `otap check`";
    }
    const { length } = looked.flatMap((guard) => listAt(guard, "suspectColumns"));
    // The findings of sql-db-no-plain-password name them.
    const found = length === 1 ? "1 looks" : `${length || "none"} look`;
    return `${looked.length} of ${guards.length} guards have looked at the columns that stand in their database: ${found} like a password in the open`;
}

function databaseKeys(plan: PlannedResources): readonly string[] {
    const encrypted = plan.ofType("sql:TransparentDataEncryption").filter((one) => inputAt(one, "state") === "Enabled");
    const whole = `${encrypted.length} of ${plan.ofType("sql:Database").length} databases are encrypted as a whole`;
    const protectors = plan.ofType("sql:EncryptionProtector");
    if (protectors.length === 0) {
        return [`${whole}, by a key that Azure keeps`];
    }
    return [
        whole,
        ...protectors.map((protector) => {
            const [key] = plan.references(protector, "serverKeyName", "keyvault:Key");
            const follows = inputAt(protector, "autoRotationEnabled") === true ? "follows" : "does not follow";
            return `${protector.name} uses ${key ? described(key) : "a key that is not known"}; the server ${follows} its rotation`;
        }),
    ];
}

/** A key that encrypts databases signs nothing. */
const columnKeys = (plan: PlannedResources): readonly string[] => {
    const keys = plan.ofType("keyvault:Key").filter((key) => listAt(key, "properties", "keyOps").includes("verify"));
    return keys.length === 0
        ? ["there is no key for encrypted columns"]
        : keys.map((key) => `the keys of encrypted columns are wrapped by ${described(key)}`);
};

function described(key: PlanResource): string {
    const kind = `${said(inputAt(key, "properties", "kty"))} ${inputAt(key, "properties", "keySize") ?? ""}`.trim();
    const [renewed] = listAt(key, "properties", "rotationPolicy", "lifetimeActions").flatMap(renewal);
    return `${said(inputAt(key, "keyName"))} (${kind}, ${renewed ?? "never renewed"})`;
}

/** When an action of a rotation policy makes a new version, where it does. */
function renewal(action: PlanValue): readonly string[] {
    if (!isPlanObject(action) || !isPlanObject(action.action) || action.action.type !== "rotate") {
        return [];
    }
    const { timeAfterCreate, timeBeforeExpiry } = isPlanObject(action.trigger) ? action.trigger : {};
    return typeof timeAfterCreate === "string"
        ? [`renewed after ${inWords(timeAfterCreate)}`]
        : [`renewed ${inWords(said(timeBeforeExpiry))} before its end`];
}

/** `P10M` is 10 months. */
const inWords = (duration: string): string =>
    duration.replace(
        /^P(\d+)([DMY])$/,
        (_, count, unit) => `${count} ${{ D: "day", M: "month", Y: "year" }[unit as "D"]}${count === "1" ? "" : "s"}`,
    );

function references(plan: PlannedResources): string {
    const values = plan
        .ofType("web:WebAppApplicationSettings")
        .flatMap((settings) => Object.values(propertiesOf(settings)));
    const count = values.filter(
        (value) => typeof value === "string" && value.startsWith("@Microsoft.KeyVault("),
    ).length;
    return `${count} of the ${values.length} settings of applications refer to a secret in a vault`;
}

function propertiesOf(settings: PlanResource) {
    const properties = inputAt(settings, "properties");
    return isPlanObject(properties) ? properties : {};
}

const signIn = ({ settings }: FactsArgs["loaded"]): string =>
    `visitors sign in at ${new URL(settings.signIn.issuer).hostname}, which keeps and checks their passwords`;

const said = (value: unknown): string => (typeof value === "string" ? value : "what is not known");
