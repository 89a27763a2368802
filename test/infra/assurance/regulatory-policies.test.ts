import {
    INITIATIVES,
    OPTIONAL_INITIATIVES,
    OPTIONAL_STANDARDS,
    type OptionalStandard,
} from "../../../infra/assurance/initiatives";
import { RegulatoryPolicies } from "../../../infra/assurance/regulatory-policies";
import type { Subscription } from "../../../infra/assurance/subscription";
import { REGIONS } from "../../../infra/regions";
import { planned } from "../../planned";
import { subscription } from "./examples";

const plan = (changes: Partial<Subscription> = {}, besides: readonly OptionalStandard[] = []) =>
    planned(() => new RegulatoryPolicies("policies", { subscription: subscription(changes), besides }));

const assignment = async (id: string, changes: Partial<Subscription> = {}, besides: readonly OptionalStandard[] = []) =>
    (await plan(changes, besides)).one("authorization:PolicyAssignment", `policies-${id}`).inputs;

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

describe("initiatives besides the hosting promise", () => {
    it.each([
        ["nl-bio", "NL BIO Cloud Theme", "6ce73208-883e-490f-a2ac-44aac3b3687f"],
        ["eu-gdpr", "EU GDPR 2016/679", "7326812a-86a4-40c8-af7c-8945de9c4913"],
    ] as const)(
        "assign %s where it is asked for, to compare and not to refuse",
        async (id, displayName, definition) => {
            expect(await assignment(id, {}, [id])).toMatchObject({
                displayName,
                policyDefinitionId: `${SETS}/${definition}`,
                definitionVersion: "1.*.*",
                enforcementMode: "DoNotEnforce",
                identity: { type: "SystemAssigned" },
                location: "westeurope",
                nonComplianceMessages: [
                    {
                        message:
                            `Dit voldoet niet aan een eis van ${displayName}. Los het op in het programma, niet in de portal. / ` +
                            `This does not meet a requirement of ${displayName}. Repair it in the program, not in the portal.`,
                    },
                ],
            });
        },
    );

    it("give the Dutch one the regions of the Union that it knows, and what is global", async () => {
        const { parameters } = await assignment("nl-bio", {}, ["nl-bio"]);
        expect(parameters).toEqual({
            listOfAllowedLocations: {
                value: [
                    "francecentral",
                    "francesouth",
                    "germanynorth",
                    "germanywestcentral",
                    "global",
                    "northeurope",
                    "swedencentral",
                    "westeurope",
                ],
            },
        });
    });

    it("give it Norway's too where the settings admit the EEA", async () => {
        const { parameters } = await assignment("nl-bio", { allowEea: true }, ["nl-bio"]);
        expect((parameters as { listOfAllowedLocations: { value: string[] } }).listOfAllowedLocations.value).toEqual(
            expect.arrayContaining(["norwayeast", "norwaywest"]),
        );
    });

    it("give the European one no parameter: each has a default", async () => {
        expect((await assignment("eu-gdpr", {}, ["eu-gdpr"])).parameters).toEqual({});
    });
});

describe("INITIATIVES", () => {
    it("has each initiative once, under a GUID", () => {
        const every = [...INITIATIVES, ...OPTIONAL_STANDARDS.map((standard) => OPTIONAL_INITIATIVES[standard])];
        expect(new Set(every.map(({ id }) => id)).size).toBe(7);
        const definitions = every.map(({ definition }) => definition);
        expect(new Set(definitions).size).toBe(7);
        expect(definitions.filter((id) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
    });
});
