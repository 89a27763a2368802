import { requireEmails } from "../monitoring/alerts";
import { requireRegionPair } from "../regions";
import { addressMistakes } from "./address-range";
import { administratorMistakes } from "./administrators";
import { mistakesOf } from "./mistakes";
import { poolMistakes } from "./pool-size";
import { retentionMistakes } from "./retention";
import type { ShardArgs } from "./shard-args";
import { tenantMistakes } from "./tenant-rules";

/** Everything that is wrong with a shard. */
export function shardMistakes(args: ShardArgs): string[] {
    const regions = { primary: args.primary.place.region, secondary: args.secondary.place.region };
    return [
        ...(/^(?!00)\d{2}$/.test(args.shard)
            ? []
            : [`shard: '${args.shard}' is no number of two digits, such as '01'`]),
        ...mistakesOf(() => requireRegionPair(regions, { allowEea: isEeaAllowed(args) })).map((m) => `regions: ${m}`),
        ...siteMistakes(args),
        ...administratorMistakes("administrators", args.administrators),
        ...mistakesOf(() => requireEmails(args.alertEmails)),
        ...poolMistakes("pool", args.pool),
        ...retentionMistakes("backup", args.backup),
        ...addressMistakes("firewall", args.firewall),
        ...tenantMistakes(args),
    ];
}

/** Both sides must admit it: each holds all that the other does. */
const isEeaAllowed = ({ primary, secondary }: ShardArgs): boolean =>
    !!primary.place.allowEea && !!secondary.place.allowEea;

/** The two servers hold the same data, so that one that is kept less well lets it go. */
function siteMistakes({ primary, secondary }: ShardArgs): string[] {
    const [one, other] = [primary.place, secondary.place];
    return [
        // Azure refuses a partner from a different subscription.
        ...(one.subscriptionId.toLowerCase() === other.subscriptionId.toLowerCase()
            ? []
            : ["secondary: lies in another subscription, which Azure refuses in a failover group; use the primary's"]),
        ...(one.protect === other.protect
            ? []
            : ["secondary: one side is protected and the other is not; protect both or none"]),
    ];
}
