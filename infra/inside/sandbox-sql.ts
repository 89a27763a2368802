/** Where the sandbox plays SQL Server, and what it lets in. */
export interface SandboxSql {
    /** On 127.0.0.1. */
    readonly port: number;
    /** Certificate, in PEM, that signed those of its servers. */
    readonly ca: string;
    readonly token: string;
}

/** The sandbox starts the engine with this variable; host names, certificates and all else stay as they are for Azure. */
export function sandboxSql(variables: NodeJS.ProcessEnv): SandboxSql | undefined {
    const { OTAP_SANDBOX_SQL } = variables;
    return OTAP_SANDBOX_SQL === undefined ? undefined : (JSON.parse(OTAP_SANDBOX_SQL) as SandboxSql);
}
