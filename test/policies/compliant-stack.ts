import { assurance } from "./compliant/assurance";
import { databases } from "./compliant/databases";
import { documents } from "./compliant/documents";
import { exports } from "./compliant/exports";
import { inside } from "./compliant/inside";
import { platform } from "./compliant/platform";
import { sites } from "./compliant/sites";
import { sqlServers } from "./compliant/sql-servers";
import { vaultContents } from "./compliant/vault-contents";
import { ExampleStack } from "./example-stack";

/** One of each thing that rules speak of, in two regions, with nothing to find in productie. */
export const compliant = (): ExampleStack =>
    [platform, assurance, sqlServers, databases, sites, documents, exports, vaultContents, inside].reduce(
        (stack, add) => add(stack),
        new ExampleStack(),
    );
