/**
 * Where the sandbox plays the sites of Azure, `http://127.0.0.1:<port>`: it starts the engine with this variable, and whatever is made
 * under it says so.
 */
export const sandboxSites = (variables: NodeJS.ProcessEnv): string | undefined => variables.OTAP_SANDBOX_SITES;

export const isSandbox = (variables: NodeJS.ProcessEnv): boolean => sandboxSites(variables) !== undefined;
