import type * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { Naming, SUFFIX_LENGTH } from "../infra/naming";
import { Assurance } from "./assurance";
import { customerData } from "./customer-data";
import { Foundation } from "./foundation";
import { lockLast } from "./locks";
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
    /** What the TXT record `asuid.<host name>` says. */
    readonly domainVerificationId: pulumi.Output<string | undefined>;
    readonly release: string;
    /** Read-write listener of the first shard: the same name in either region. */
    readonly sqlHost: pulumi.Output<string>;
}

/** The platform of one environment and its first shard, in two regions. The same in all four: only values differ. */
export function deployEnvironment(loaded: Loaded, _today: string): EnvironmentOutputs {
    withoutVersionAliases();
    const { settings } = loaded;
    const naming = namingOf(settings);
    if (settings.ownsSubscription) {
        new Assurance("assurance", { settings, naming });
    }
    const primary = new Foundation("primary", { role: "primary", settings, naming, after: [] });
    const secondary = new Foundation("secondary", {
        role: "secondary",
        settings,
        naming,
        after: [primary.operatorLink.last],
    });
    const foundations = { primary, secondary };
    const data = customerData(loaded, foundations);
    const { traffic, hosting, rights, domainVerificationId } = serving(settings, foundations, data);
    lockLast({ foundations, data, hosting, rights });
    return {
        url: `https://${settings.domain.hostName}`,
        trafficManagerHost: traffic.fqdn,
        domainVerificationId,
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
