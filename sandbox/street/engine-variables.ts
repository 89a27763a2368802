import { delimiter, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type { Engine } from "../engine/engine";
import type { Street } from "./street";

export interface EngineVariablesArgs {
    readonly street: Street;
    readonly engine: Engine;
    /** `azure-native:PORT,random:PORT`; empty for what needs no provider. */
    readonly debugProviders: string;
    /** Where the played applications answer, `http://127.0.0.1:PORT`; the program knows by it that it runs in a sandbox. */
    readonly sites: string;
    /** How the played SQL servers are reached: JSON of port, certificate and token. */
    readonly sql: string;
    /** The date that the policy pack judges by, `YYYY-MM-DD`. */
    readonly today?: string;
    readonly inherited: NodeJS.ProcessEnv;
}

/** Settings of the user's real Pulumi and Azure: a sandbox that sees none of them can reach neither. How often the state is written is none. */
const REAL = /^(?!PULUMI_SKIP_CHECKPOINTS$)(PULUMI|ARM|AZURE)_/i;

/** The environment variables of the engine: its own home, a backend in a file, no downloads, our providers, and nothing of the user's. */
export function engineVariables({
    street,
    engine,
    debugProviders,
    sites,
    sql,
    today,
    inherited,
}: EngineVariablesArgs): NodeJS.ProcessEnv {
    const kept = Object.fromEntries(Object.entries(inherited).filter(([name]) => !REAL.test(name)));
    const noProxy = ["127.0.0.1", "localhost", kept.NO_PROXY ?? kept.no_proxy].filter(Boolean).join(",");
    return {
        ...kept,
        // Node as well: the scripts beside a built engine start it by name.
        PATH: [engine.binFolder, dirname(process.execPath), kept.PATH].filter(Boolean).join(delimiter),
        PULUMI_HOME: street.home,
        PULUMI_BACKEND_URL: pathToFileURL(street.state).href,
        // Nothing in a sandbox is secret; the engine wants a passphrase all the same.
        PULUMI_CONFIG_PASSPHRASE: "sandbox",
        PULUMI_SKIP_UPDATE_CHECK: "1",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "1",
        PULUMI_DEBUG_PROVIDERS: debugProviders,
        OTAP_SANDBOX_SITES: sites,
        OTAP_SANDBOX_SQL: sql,
        // Without it the engine has no `--event-log`.
        PULUMI_DEBUG_COMMANDS: "1",
        // grpc-js sends calls to this machine through a proxy, unless told not to.
        NO_PROXY: noProxy,
        no_proxy: noProxy,
        ...(today === undefined ? {} : { OTAP_TODAY: today }),
    };
}
