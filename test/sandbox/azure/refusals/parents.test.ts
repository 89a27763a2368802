import { armResource } from "../../../../arm/arm-resource";
import { Cloud, type CloudObject } from "../../../../sandbox/azure/cloud";
import { PARENT_REFUSALS } from "../../../../sandbox/azure/refusals/parents";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

const IDENTITY = "managedidentity:UserAssignedIdentity";
const NAME = "front-end-identity";

const identity = (change: Asked["change"]): Asked => ({ method: "PUT", type: IDENTITY, name: NAME, change });
const grantOn = (scope: string): Asked => ({ method: "PUT", type: "authorization:RoleAssignment", change: { scope } });

describeRefusals("what things stand in", PARENT_REFUSALS, {
    "resource-group-not-found": {
        refused: identity({ resourceGroupName: "rg-elsewhere" }),
        allowed: (street) =>
            identity({
                resourceGroupName: street.inputsOf("resources:ResourceGroup", "secondary-group").resourceGroupName,
            }),
        message: "Resource group 'rg-elsewhere' could not be found",
    },
    "parent-not-found": {
        refused: { method: "PUT", type: "sql:ElasticPool", change: { serverName: "elsewhere" } },
        allowed: { method: "PUT", type: "sql:ElasticPool", change: { elasticPoolName: "another" } },
        message: "because the parent resource",
    },
    "scope-not-found": {
        refused: (street) => grantOn(street.idOf(IDENTITY, NAME, { resourceName: "elsewhere" })),
        allowed: (street) => grantOn(street.idOf(IDENTITY, NAME)),
        message: "was not found",
    },
    "location-required": {
        refused: identity({ location: undefined }),
        allowed: identity({ location: "West Europe" }),
    },
    "location-fixed": {
        refused: identity({ location: "northeurope" }),
        allowed: identity({ location: "northeurope", resourceName: "another" }),
        message: "already exists in location 'westeurope'",
    },
});

it("tells a resource group's fixed location in words of its own", () => {
    const type = "azure-native:resources:ResourceGroup";
    const inRegion = (location: string) => armResource({ type, inputs: { resourceGroupName: "rg-a", location } });
    const [arm, existing] = [inRegion("northeurope"), inRegion("westeurope") as unknown as CloudObject];
    const row = PARENT_REFUSALS.find(({ id }) => id === "location-fixed");
    const answer = row?.judge(
        { method: "PUT", id: "/subscriptions/s/resourceGroups/rg-a", arm, existing },
        new Cloud(),
    );
    expect(answer).toMatchObject({ status: 409, code: "InvalidResourceGroupLocation" });
});
