import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { normaliseRegion, REGIONS, type Region } from "./regions";

interface NameLimit {
    /** Microsoft's recommended abbreviation of the resource type. */
    readonly prefix: string;
    readonly length: number;
    /** `alphanumeric` names lose their hyphens. */
    readonly characters: "hyphen" | "alphanumeric";
    /** True where the name must be unique in all of Azure; it then carries the environment's random suffix. */
    readonly global: boolean;
}

const local = (prefix: string, length: number): NameLimit => ({ prefix, length, characters: "hyphen", global: false });
const global = (prefix: string, length: number, characters: NameLimit["characters"] = "hyphen"): NameLimit => ({
    prefix,
    length,
    characters,
    global: true,
});

/** Azure's limits on the names that this project makes. Source: Microsoft, "Naming rules and restrictions for Azure resources". */
export const NAME_LIMITS = {
    actionGroup: local("ag", 260),
    alertRule: local("ar", 260),
    applicationInsights: local("appi", 260),
    appServicePlan: local("asp", 60),
    backupPolicy: local("bkpol", 150),
    backupVault: local("bvault", 50),
    deployment: local("deploy", 64),
    elasticPool: local("sqlep", 128),
    failoverGroup: global("sqlfog", 63),
    identity: local("id", 128),
    key: local("key", 127),
    logAnalytics: local("log", 63),
    natGateway: local("ng", 80),
    networkSecurityGroup: local("nsg", 80),
    policyAssignment: local("policy", 64),
    privateEndpoint: local("pep", 64),
    publicAddress: local("pip", 80),
    resourceGroup: local("rg", 90),
    sqlServer: global("sql", 63),
    storageAccount: global("st", 24, "alphanumeric"),
    trafficManager: global("traf", 63),
    vault: global("kv", 24),
    virtualNetwork: local("vnet", 64),
    webApp: global("app", 60),
} as const satisfies Record<string, NameLimit>;

export type NameKind = keyof typeof NAME_LIMITS;

/** Length of the random part of a global name. */
export const SUFFIX_LENGTH = 5;

export interface NamingArgs {
    readonly vendor: string;
    readonly application: string;
    readonly environment: string;
    /** Random, lower case letters and digits, {@link SUFFIX_LENGTH} long; one for each environment, kept in state. */
    readonly suffix: pulumi.Input<string>;
}

/** The physical names of one environment: a pure function of who, what, where and in which role. */
export class Naming {
    constructor(private readonly args: NamingArgs) {}

    /** A name that must be unique in its resource group or parent only. */
    local(kind: NameKind, where?: Region, role?: string): string {
        return physicalName(NAME_LIMITS[kind], this.parts(where, role));
    }

    /** A name that must be unique in all of Azure; unknown until the suffix is. */
    global(kind: NameKind, where?: Region, role?: string): pulumi.Output<string> {
        return pulumi
            .output(this.args.suffix)
            .apply((suffix) => physicalName(NAME_LIMITS[kind], [...this.parts(where, role), suffix]));
    }

    private parts(where: Region | undefined, role: string | undefined): string[] {
        const { vendor, application, environment } = this.args;
        const code = where && (REGIONS[normaliseRegion(where)]?.code ?? normaliseRegion(where));
        return [vendor, application, environment, role, code].filter((part): part is string => !!part);
    }
}

/** Joins the parts behind the kind's prefix; a name that is too long keeps its beginning and ends in a hash of the whole. */
function physicalName(limit: NameLimit, parts: readonly string[]): string {
    const separator = limit.characters === "hyphen" ? "-" : "";
    const clean = [limit.prefix, ...parts].map((part) => part.toLowerCase().replace(/[^a-z0-9-]/g, ""));
    const whole = clean.join("-").replace(/-+/g, separator);
    if (whole.length <= limit.length) {
        return whole;
    }
    const hash = createHash("sha256").update(whole).digest("hex").slice(0, 6);
    const kept = whole.slice(0, limit.length - hash.length - separator.length).replace(/-+$/, "");
    return `${kept}${separator}${hash}`;
}
