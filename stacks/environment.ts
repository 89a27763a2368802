import type * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { Naming, SUFFIX_LENGTH } from "../infra/naming";
import { Assurance } from "./assurance";
import { customerData } from "./customer-data";
import { Foundation } from "./foundation";
import { applicationIdentity } from "./identities";
import { lockLast } from "./locks";
import { People } from "./people";
import { everythingMade } from "./promotion/everything-made";
import { promotion } from "./promotion/promotion-gate";
import type { History } from "./promotion/release-history";
import { ReleaseRecord } from "./promotion/release-record";
import { withoutVersionAliases } from "./savings";
import { serving } from "./serving";
import type { Loaded } from "./settings/load-environment";
import type { Settings } from "./settings/settings";
import { tenantsOn } from "./tenants";
import { withTestWindow } from "./test-window";

/** What other stacks, pipelines and people need of an environment. */
export interface EnvironmentOutputs {
    /** Where visitors go. */
    readonly url: string;
    /** What the DNS record of the host name must point to (CNAME). */
    readonly trafficManagerHost: pulumi.Output<string>;
    /** What the TXT record `asuid.<host name>` says. */
    readonly domainVerificationId: pulumi.Output<string | undefined>;
    readonly release: string;
    /** What it has deployed, oldest first: known when this deployment has ended well. */
    readonly releases: pulumi.Output<History>;
    /** Read-write listener of the first shard: the same name in either region. */
    readonly sqlHost: pulumi.Output<string>;
}

/** The platform of one environment and its first shard, in two regions. The same in all four: only values differ. */
export async function deployEnvironment(declared: Loaded, today: string): Promise<EnvironmentOutputs> {
    const loaded = { ...declared, settings: withTestWindow(declared.settings, today) };
    const promoted = await promotion(loaded, today);
    withoutVersionAliases();
    const all = everythingMade();
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
    new People("people", { loaded, foundations, today });
    const application = applicationIdentity("back-end", primary.place);
    const data = customerData({ settings, tenants: tenantsOn(loaded, today), foundations, application });
    const { traffic, hosting, rights, gates, domainVerificationId } = serving({
        ...{ settings, foundations, data },
        backEndIdentity: application,
    });
    lockLast({ foundations, data, hosting, rights });
    await all();
    const { history } = new ReleaseRecord(
        "release",
        { ...promoted, ...recordedOf(settings), gates },
        { protect: settings.protection },
    );
    // The record as well: what is not known of it would take the place of the output, which the next environment asks for.
    await all();
    return {
        url: `https://${settings.domain.hostName}`,
        trafficManagerHost: traffic.fqdn,
        domainVerificationId,
        release: settings.release.version,
        releases: history,
        sqlHost: data.shard.host,
    };
}

/** What the settings say of a release, for its record. */
const recordedOf = ({ release: { rollback, breakGlass, ...release } }: Settings) => ({
    release,
    rollback: rollback?.reason,
    breakGlass,
});

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
