import type * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { Naming, SUFFIX_LENGTH } from "../infra/naming";
import { customerData } from "./customer-data";
import { Foundation, type RegionRole } from "./foundation";
import { withoutVersionAliases } from "./savings";
import { serving } from "./serving";
import type { Loaded } from "./settings/load-environment";
import type { Settings } from "./settings/settings";

/** What other stacks, pipelines and people need of an environment. */
export interface EnvironmentOutputs {
    /** Where visitors go. */
    readonly url: string;
    /** What the DNS record of the host name must point to (CNAME). */
    readonly trafficManagerHost: pulumi.Output<string>;
    readonly release: string;
    /** Read-write listener of the first shard: the same name in either region. */
    readonly sqlHost: pulumi.Output<string>;
}

/** The platform of one environment and its first shard, in two regions. The same in all four: only values differ. */
export function deployEnvironment(loaded: Loaded): EnvironmentOutputs {
    withoutVersionAliases();
    const { settings } = loaded;
    const naming = namingOf(settings);
    const foundation = (role: RegionRole) => new Foundation(role, { role, settings, naming });
    const foundations = { primary: foundation("primary"), secondary: foundation("secondary") };
    const data = customerData(loaded, foundations);
    const traffic = serving(settings, foundations, data);
    return {
        url: `https://${settings.domain.hostName}`,
        trafficManagerHost: traffic.fqdn,
        release: settings.release.version,
        sqlHost: data.shard.host,
    };
}

/** Names that must be unique in all of Azure end in one random suffix, made once for the environment and kept in its state. */
function namingOf({ vendor, application, environment, protection }: Settings): Naming {
    const { result } = new random.RandomString(
        "suffix",
        { length: SUFFIX_LENGTH, upper: false, special: false },
        // Without it every global name would change, and with it everything that holds data be replaced.
        { protect: protection },
    );
    return new Naming({ vendor, application, environment, suffix: result });
}
