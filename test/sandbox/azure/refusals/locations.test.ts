import { LOCATION_REFUSALS } from "../../../../sandbox/azure/refusals/locations";
import { describeRefusals } from "./describe-refusals";
import { type Asked, PlayedStreet } from "./played-street";

const identity = (location: string): Asked => ({
    method: "PUT",
    type: "managedidentity:UserAssignedIdentity",
    change: { resourceName: "another", location },
});
const group = (location: string): Asked => ({
    method: "PUT",
    type: "resources:ResourceGroup",
    change: { resourceGroupName: "rg-another", location },
});
const zone = (location: string): Asked => ({
    method: "PUT",
    type: "privatedns:PrivateZone",
    change: { privateZoneName: "another.example.com", location },
});

describeRefusals("locations", LOCATION_REFUSALS, {
    "location-unknown": {
        refused: identity("atlantis"),
        allowed: identity("UK West"),
        message: "The provided location 'atlantis' is not available for resource type",
    },
    "location-unknown-of-group": {
        refused: group("global"),
        allowed: group("Italy North"),
        message: "The provided location 'global' is not available for resource group 'rg-another'",
    },
    "location-global-only": {
        refused: zone("westeurope"),
        allowed: zone("Global"),
        message: "List of available regions for the resource type is 'global'",
    },
});

describe("the location `global`", () => {
    it("is none for what lives in a region, and one for an action group", async () => {
        const street = await PlayedStreet.of("test");
        expect(street.refusalOf(identity("global"))?.id).toBe("location-unknown");
        const actionGroup = (location: string): Asked => ({
            method: "PUT",
            type: "monitor:ActionGroup",
            change: { actionGroupName: "another", location },
        });
        expect(street.refusalOf(actionGroup("Global"))).toBeUndefined();
        expect(street.refusalOf(actionGroup("Sweden Central"))).toBeUndefined();
    });
});
