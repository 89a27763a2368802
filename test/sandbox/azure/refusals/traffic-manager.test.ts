import { TRAFFIC_MANAGER_REFUSALS } from "../../../../sandbox/azure/refusals/traffic-manager";
import { describeRefusals } from "./describe-refusals";
import type { Asked, PlayedStreet } from "./played-street";

type Endpoint = Readonly<Record<string, unknown>>;

const profile = (change: (endpoints: readonly Endpoint[]) => readonly Endpoint[]): Asked => ({
    method: "PUT",
    type: "trafficmanager:Profile",
    name: "traffic-profile",
    change: (inputs) => ({ ...inputs, endpoints: change(inputs.endpoints as readonly Endpoint[]) }),
});

/** The profile with a second endpoint that differs. */
const second = (change: Endpoint): Asked => profile(([first, other]) => [{ ...first }, { ...other, ...change }]);

const leadingTo =
    (site: string) =>
    (street: PlayedStreet): Asked =>
        second({ targetResourceId: street.idOf("web:WebApp", site) });

describeRefusals("Traffic Manager", TRAFFIC_MANAGER_REFUSALS, {
    "traffic-manager-same-target": {
        refused: leadingTo("primary-front-end-site"),
        allowed: leadingTo("secondary-front-end-site"),
    },
    "traffic-manager-same-region": {
        refused: leadingTo("primary-back-end-site"),
        allowed: leadingTo("secondary-back-end-site"),
        message: 'Multiple domains point to region "westeurope": app-figlo-advisor-test-front-end-weu',
    },
    "traffic-manager-plan-too-small": {
        given: [
            {
                method: "PUT",
                type: "web:AppServicePlan",
                name: "primary-hosting-plan-plan",
                change: { sku: { name: "B1", tier: "Basic", capacity: 1 } },
            },
        ],
        refused: profile((endpoints) => endpoints.slice(0, 1)),
        allowed: profile((endpoints) => endpoints.slice(1)),
        message: "app-figlo-advisor-test-front-end-weu",
    },
    "traffic-manager-same-priority": {
        refused: second({ priority: 1 }),
        allowed: second({ priority: 3 }),
    },
});
