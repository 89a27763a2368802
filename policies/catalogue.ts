import { ACCESS } from "./catalogue/access";
import { ASSURANCE } from "./catalogue/assurance";
import { AVAILABILITY } from "./catalogue/availability";
import { DECLARED } from "./catalogue/declared";
import { NETWORK } from "./catalogue/network";
import { PLATFORM } from "./catalogue/platform";
import { SQL_DATABASES } from "./catalogue/sql-databases";
import { SQL_INSIDE } from "./catalogue/sql-inside";
import { SQL_SERVERS } from "./catalogue/sql-servers";
import { STORAGE } from "./catalogue/storage";
import { VAULTS } from "./catalogue/vault";
import { WEB } from "./catalogue/web";
import type { Rule } from "./rule";

/** Every rule of the pack, sorted by id. A new rule is a row in one of the tables and a file under `rules/`. */
export const CATALOGUE: readonly Rule[] = [
    ACCESS,
    ASSURANCE,
    AVAILABILITY,
    DECLARED,
    NETWORK,
    PLATFORM,
    SQL_DATABASES,
    SQL_INSIDE,
    SQL_SERVERS,
    STORAGE,
    VAULTS,
    WEB,
]
    .flat()
    .sort((a, b) => (a.id < b.id ? -1 : 1));
