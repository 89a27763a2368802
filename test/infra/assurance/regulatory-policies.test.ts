import { INITIATIVES } from "../../../infra/assurance/initiatives";
import { RegulatoryPolicies } from "../../../infra/assurance/regulatory-policies";
import type { Subscription } from "../../../infra/assurance/subscription";
import { REGIONS } from "../../../infra/regions";
import { planned } from "../../planned";
import { subscription } from "./examples";

const plan = (changes: Partial<Subscription> = {}) =>
    planned(() => new RegulatoryPolicies("policies", { subscription: subscription(changes) }));

const assignment = async (id: string, changes: Partial<Subscription> = {}) =>
    (await plan(changes)).one("authorization:PolicyAssignment", `policies-${id}`).inputs;

const all = async () => (await plan()).ofType("authorization:PolicyAssignment").map(({ inputs }) => inputs);

const SETS = "/providers/Microsoft.Authorization/policySetDefinitions";
const LOCATIONS = ["resource-locations", "group-locations"];

describe("RegulatoryPolicies", () => {
    it("assigns the initiatives of the hosting promise and both policies on locations, to the whole subscription", async () => {
        const assigned = await all();
        expect(assigned.map(({ displayName }) => displayName).sort()).toEqual([
            "Allowed locations of resource groups",
            "Allowed locations of resources",
            "FedRAMP High",
            "HITRUST/HIPAA",
            "ISO 27001:2013",
            "ISO/IEC 27001:2022",
            "SOC 2 Type 2",
        ]);
        expect(new Set(assigned.map(({ scope }) => scope))).toEqual(
            new Set(["/subscriptions/55555555-5555-5555-5555-555555555555"]),
        );
    });

    it.each([
        ["iso-27001-2013", "89c6cddc-1c73-4ac1-b19c-54d1a15a42f2", "8.*.*"],
        ["iso-27001-2022", "5e4ff661-23bf-42fa-8e3a-309a55091cc7", "1.*.*"],
        ["soc-2", "4054785f-702b-4a98-9215-009cbd58b141", "1.*.*"],
        ["hipaa", "a169a624-5599-4385-a696-c8d643089fab", "14.*.*"],
        ["fedramp-high", "d5264498-16f4-418a-b659-fa7ef418175f", "17.*.*"],
    ])("names the initiative %s and the major version that its parameters are of", async (id, definition, version) => {
        expect(await assignment(id)).toMatchObject({
            policyAssignmentName: `policy-figlo-advisor-proef-${id}`,
            policyDefinitionId: `${SETS}/${definition}`,
            definitionVersion: version,
        });
    });

    it("gives an identity to those that Azure wants one of, and a location to all", async () => {
        const identified = (await all()).filter(({ identity }) => identity !== undefined);
        expect(new Map(identified.map(({ displayName, identity }) => [displayName, identity]))).toEqual(
            new Map(
                ["ISO 27001:2013", "HITRUST/HIPAA", "FedRAMP High"].map((name) => [name, { type: "SystemAssigned" }]),
            ),
        );
        expect(new Set((await all()).map(({ location }) => location))).toEqual(new Set(["westeurope"]));
    });

    it("gives no identity a right: only a repair would use it, as Contributor of everything", async () => {
        expect((await plan()).ofType("authorization:RoleAssignment")).toEqual([]);
    });

    it("enforces all but HIPAA, which would make storage accounts of its own", async () => {
        const modes = (await all()).map(({ displayName, enforcementMode }) => [displayName, enforcementMode]);
        expect(modes.filter(([, mode]) => mode !== "Default")).toEqual([["HITRUST/HIPAA", "DoNotEnforce"]]);
    });

    it("gives the parameters that have no default", async () => {
        const { parameters } = await assignment("soc-2");
        expect(parameters).toEqual({
            "allowedContainerImagesRegex-febd0533-8e55-448f-b837-bd0e06f16469": { value: "^(.+){0}$" },
            "cpuLimit-e345eecc-fa47-480f-9e88-67dcc122b164": { value: "0" },
            "memoryLimit-e345eecc-fa47-480f-9e88-67dcc122b164": { value: "0" },
        });
        expect(Object.keys((await assignment("hipaa")).parameters as object)).toHaveLength(4);
        expect(Object.keys((await assignment("iso-27001-2022")).parameters as object)).toHaveLength(5);
    });

    it.each(LOCATIONS)("refuses %s outside the European Union", async (id) => {
        const { parameters, enforcementMode } = await assignment(id);
        const european = Object.keys(REGIONS).filter((name) => REGIONS[name]?.membership === "EU");
        expect(parameters).toEqual({ listOfAllowedLocations: { value: european } });
        expect(enforcementMode).toBe("Default");
    });

    it.each(LOCATIONS)("lets %s into the EEA where the settings admit it, and says so", async (id) => {
        const { parameters, nonComplianceMessages } = await assignment(id, { allowEea: true });
        expect(parameters).toEqual({ listOfAllowedLocations: { value: Object.keys(REGIONS) } });
        expect(nonComplianceMessages).toEqual([
            {
                message:
                    "Alleen regio's van de Europese Economische Ruimte zijn toegestaan, zoals westeurope en northeurope. / " +
                    "Only regions of the European Economic Area are allowed, such as westeurope and northeurope.",
            },
        ]);
    });

    it("tells what is not met in Dutch and in English, in the one message that Azure shows", async () => {
        const texts = (await all()).map(({ nonComplianceMessages }) => nonComplianceMessages as { message: string }[]);
        expect(texts.filter(({ length }) => length !== 1)).toEqual([]);
        expect(texts.filter(([one]) => one?.message.split(" / ").length !== 2)).toEqual([]);
        expect((await assignment("iso-27001-2022")).nonComplianceMessages).toEqual([
            {
                message:
                    "Dit voldoet niet aan een eis van ISO/IEC 27001:2022. Los het op in het programma, niet in de portal. / " +
                    "This does not meet a requirement of ISO/IEC 27001:2022. Repair it in the program, not in the portal.",
            },
        ]);
    });

    it("depends on nothing, so that it lengthens no path", async () => {
        const dependencies = (await plan()).ofType("authorization:PolicyAssignment").flatMap((one) => one.dependencies);
        expect(dependencies).toEqual([]);
    });

    it("refuses a region outside the European Union", async () => {
        await expect(plan({ region: "eastus" })).rejects.toThrow("'eastus' is not a region of the European Union");
    });
});

describe("INITIATIVES", () => {
    it("has each initiative once, under a GUID", () => {
        expect(new Set(INITIATIVES.map(({ id }) => id)).size).toBe(INITIATIVES.length);
        const definitions = INITIATIVES.map(({ definition }) => definition);
        expect(new Set(definitions).size).toBe(INITIATIVES.length);
        expect(definitions.filter((id) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
    });
});
