import { ACCESS } from "./guidance/access";
import { ASSURANCE } from "./guidance/assurance";
import { AVAILABILITY } from "./guidance/availability";
import { DECLARED } from "./guidance/declared";
import { NETWORK } from "./guidance/network";
import { PLATFORM } from "./guidance/platform";
import { SQL_DATABASES } from "./guidance/sql-databases";
import { SQL_INSIDE } from "./guidance/sql-inside";
import { SQL_SERVERS } from "./guidance/sql-servers";
import { STORAGE } from "./guidance/storage";
import { VAULT } from "./guidance/vault";
import { WEB } from "./guidance/web";

/** What a reader of a rule wants besides its row: the pack itself needs none of it. */
export interface Advice {
    /** What happens to whom where the rule is broken. */
    readonly why: string;
    /** How it looks where the rule is kept: TypeScript, a command, or YAML that begins with the file's name behind `#`. */
    readonly example: string;
}

/** Advice by the id of the rule. */
export type Guidance = Readonly<Record<string, Advice>>;

/** Of every rule of the catalogue. */
export const GUIDANCE: Guidance = {
    ...ACCESS,
    ...ASSURANCE,
    ...AVAILABILITY,
    ...DECLARED,
    ...NETWORK,
    ...PLATFORM,
    ...SQL_DATABASES,
    ...SQL_INSIDE,
    ...SQL_SERVERS,
    ...STORAGE,
    ...VAULT,
    ...WEB,
};
