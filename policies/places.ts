import { isMark } from "./marks";
import { parseResourceId } from "./resource-id";
import { text } from "./show";
import { pathText, type Visit, walk } from "./walk";

/** Something in Azure that a text speaks of, wherever in the text it stands. All in lower case. */
export interface Place {
    readonly subscription?: string;
    readonly group?: string;
    /** The name of a resource that is no other's child. */
    readonly name?: string;
    /** A host that is none of Azure's services. */
    readonly host?: string;
}

/** Ids in free text end where a character stands that none has. `Microsoft.Resources/subscriptions/…/read` is what a role may do, and no id. */
const ID = /(?<!Microsoft\.Resources)\/subscriptions\/[0-9a-z-]+(?:\/[^\s"'`;,|?#<>()[\]{}\\]*)?/gi;

/** Hosts of Azure's services begin with the name of the resource. */
const SERVICE =
    /([a-z0-9][a-z0-9-]*)\.(?:[a-z0-9-]+\.)*(?:azure-api\.net|azurecr\.io|azuredatabricks\.net|azurefd\.net|azurewebsites\.net|cognitiveservices\.azure\.com|core\.windows\.net|database\.azure\.com|database\.windows\.net|documents\.azure\.com|openai\.azure\.com|redis\.cache\.windows\.net|search\.windows\.net|servicebus\.windows\.net|trafficmanager\.net|vault\.azure\.net)/gi;
const VAULT_NAME = /VaultName\s*=\s*([a-z0-9-]+)/gi;
const HOST = /https?:\/\/(?:[^/\s@"']*@)?([a-z0-9.-]+)/gi;

/** What is the same for all environments of an organisation, and is no place of data: names of hosts, and definitions. */
const SHARED = /^microsoft\.(authorization\/|network\/(private)?dnszones)/;

/** Free text for people, where a name refers to nothing. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(["description", "displayName", "metadata", "notes", "tags"]);

/** Tells of each place in a value, with the path of the input that speaks of it; of what is not known, nothing. */
export function tellPlaces(value: unknown, tell: (path: string, place: Place) => void): void {
    const visit: Visit = (text, path) => {
        if (typeof text === "string" && MAY_SPEAK.test(text) && !isMark(text)) {
            for (const place of placesInText(text)) {
                tell(pathText(path), place);
            }
        }
    };
    walk(value, visit, (key) => !FOR_PEOPLE.has(key));
}

/** Most texts speak of nothing, and are not read any further. */
const MAY_SPEAK = /\/subscriptions\/|:\/\/|VaultName|\.(net|io|com)\b/i;

function placesInText(value: string): readonly Place[] {
    const services = [...value.matchAll(SERVICE)];
    const hosts = [...value.matchAll(HOST)].map(([, host]) => text(host).toLowerCase());
    return [
        ...[...value.matchAll(ID)].map(([id]) => placeOf(id)),
        ...[...services, ...value.matchAll(VAULT_NAME)].map(([, name]) => ({ name: text(name).toLowerCase() })),
        ...hosts
            .filter((host) => !services.some(([service]) => service.toLowerCase() === host))
            .map((host) => ({ host })),
    ];
}

function placeOf(id: string): Place {
    const { subscription, group, armType = "", names = [] } = parseResourceId(id) ?? {};
    const [name] = names;
    const place = SHARED.test(armType) ? {} : { group, name };
    return Object.fromEntries(
        Object.entries({ subscription, ...place }).filter(([, part]) => part !== undefined),
    ) as Place;
}
