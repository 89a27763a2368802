import { databases } from "./compliant/databases";
import { documents } from "./compliant/documents";
import { platform } from "./compliant/platform";
import { sites } from "./compliant/sites";
import { sqlServers } from "./compliant/sql-servers";
import { ExampleStack } from "./example-stack";

/** One of each thing that rules speak of, in two regions, with nothing to find in productie. */
export const compliant = (): ExampleStack =>
    [platform, sqlServers, databases, sites, documents].reduce((stack, add) => add(stack), new ExampleStack());
