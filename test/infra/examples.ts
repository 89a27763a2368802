import { Naming } from "../../infra/naming";
import type { PrivateAccess } from "../../infra/network/private-link";
import type { Place } from "../../infra/place";

export const naming = new Naming({ vendor: "figlo", application: "advisor", environment: "proef", suffix: "ab12c" });

/** A valid place to start from; a test changes one thing. */
export const place = (changes: Partial<Place> = {}): Place => ({
    region: "westeurope",
    subscriptionId: "55555555-5555-5555-5555-555555555555",
    resourceGroupName: "rg-primary",
    naming,
    tags: { environment: "proef", owner: "platform-team" },
    protect: true,
    ...changes,
});

export const secondPlace = (changes: Partial<Place> = {}): Place =>
    place({ region: "northeurope", resourceGroupName: "rg-secondary", ...changes });

export const privateAccess = (at: Place = place()): PrivateAccess => ({
    place: at,
    subnetId: `subnet-of-${at.region}`,
    zoneIds: {
        blob: `blob-zone-of-${at.region}`,
        sites: `sites-zone-of-${at.region}`,
        sqlServer: `sql-zone-of-${at.region}`,
        vault: `vault-zone-of-${at.region}`,
    },
});
