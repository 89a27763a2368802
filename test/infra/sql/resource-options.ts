import { OfflineMonitor } from "../../../cli/offline/monitor";
import { planned } from "../../planned";

interface ResourceOptions {
    readonly ignoreChanges: readonly string[];
    /** URN, empty where the resource has to be deleted by itself. */
    readonly deletedWith: string;
}

/** The options that the engine would receive, by logical name; the plan holds only inputs, dependencies and protection. */
export async function optionsOf(program: () => unknown): Promise<(name: string) => ResourceOptions> {
    const options = new Map<string, ResourceOptions>();
    const register = jest.spyOn(OfflineMonitor.prototype, "registerResource");
    try {
        await planned(program);
        for (const [request] of register.mock.calls) {
            if (request.getCustom()) {
                options.set(request.getName(), {
                    ignoreChanges: request.getIgnorechangesList(),
                    deletedWith: request.getDeletedwith(),
                });
            }
        }
    } finally {
        register.mockRestore();
    }
    return (name) => {
        const found = options.get(name);
        if (!found) {
            throw new Error(`no resource '${name}' among ${[...options.keys()].join(", ")}`);
        }
        return found;
    };
}
