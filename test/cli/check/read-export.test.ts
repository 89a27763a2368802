import { fixture, stackOf } from "./fixture";

const URN = "urn:pulumi:proef::shop::azure-native:sql:Server::server";
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const RESOURCE_REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";

const exported = (...resources: object[]) => ({ version: 3, deployment: { resources } });
const state = (changes: object) => ({ urn: URN, type: "azure-native:sql:Server", custom: true, ...changes });
const inputsOf = (inputs: object) => stackOf(exported(state({ inputs }))).resource("server").shown.inputs;

describe("an export of the engine", () => {
    it("is read as what is deployed, without providers", () => {
        const { kind, name, names, outputs } = stackOf(fixture("careless-export"));
        expect({ kind, name }).toEqual({ kind: "export", name: "proef" });
        expect(names).toHaveLength(9);
        expect(outputs).toEqual({
            endpoint: expect.stringMatching(/^https:\/\/st\w+\.blob\.core\.windows\.net\/$/),
            password: { $secret: true },
        });
    });

    it("has the names that the engine made", () => {
        const { resource } = stackOf(fixture("careless-export"));
        expect(resource("customers").shown.inputs.serverName).toMatch(/^server[0-9a-f]{8}$/);
    });

    it("knows what the program only reads, which no rule judges, as the engine shows it to none", () => {
        const read = stackOf(exported(state({ inputs: {}, external: true }))).resource("server").asked;
        const made = stackOf(exported(state({ inputs: {} }))).resource("server").asked;
        expect([read.external, made.external]).toEqual([true, undefined]);
    });

    it("leaves out what is to go: a replacement stands beside it", () => {
        const { resource } = stackOf(
            exported(
                state({ inputs: { minimalTlsVersion: "1.0" }, delete: true }),
                state({ inputs: { minimalTlsVersion: "1.2" } }),
            ),
        );
        expect(resource("server").shown.inputs).toEqual({ minimalTlsVersion: "1.2" });
    });

    it("tells what waits for deletion, what was not finished and what did not start well", () => {
        const going = { inputs: {}, delete: true };
        const deployment = {
            resources: [
                state({}),
                state(going),
                state(going),
                state({ ...going, type: "pulumi:providers:azure-native" }),
                state({ urn: `${URN}-2`, initErrors: ["no answer"] }),
                state({ urn: `${URN}-3`, initErrors: [] }),
            ],
            pending_operations: [{ type: "creating" }],
        };
        expect(stackOf({ deployment }).notes).toEqual([
            "2 resources wait for deletion and still exist; of them only openings in firewalls are judged. Run `pulumi up`.",
            "1 operation was not finished, and what it made may be missing here; run `pulumi refresh` and export again.",
            "1 resource was made and did not start well (initErrors); what is deployed of it may differ from what is judged.",
        ]);
    });

    it("tells nothing of a deployment that came to its end", () => {
        expect(stackOf({ deployment: { resources: [state({})], pending_operations: null } }).notes).toEqual([]);
    });

    it("has a mark for a secret that is encrypted", () => {
        expect(inputsOf({ password: { [SIGNATURE]: SECRET, ciphertext: "v1:AAAA" } })).toEqual({
            password: { $secret: true },
        });
    });

    it.each(["{{{", 5, undefined, `"${"[".repeat(1000)}"`.slice(1, -1)])(
        "has a mark for a secret whose text is %j, which is none",
        (plaintext) => {
            const { resource } = stackOf(exported(state({ inputs: { password: { [SIGNATURE]: SECRET, plaintext } } })));
            expect(resource("server").asked.inputs).toEqual({ password: { $secret: true } });
        },
    );

    it("judges a secret that is plain, and does not show it", () => {
        const { resource } = stackOf(fixture("careless-export-with-secrets"));
        const site = resource("site");
        expect(site.shown.inputs.siteConfig).toEqual({ $secret: true });
        expect(site.asked.inputs.siteConfig).toMatchObject({
            appSettings: [{ name: "FILES" }, { name: "PASSWORD", value: "hush" }],
        });
        expect(site.asked.secrets).toContain("hush");
        expect(resource("server").asked.secrets).toContain("Welkom01");
    });

    it("has the id of a resource that an input refers to as a whole", () => {
        expect(
            inputsOf({
                server: { [SIGNATURE]: RESOURCE_REFERENCE, urn: URN, id: "/subscriptions/a" },
                unborn: { [SIGNATURE]: RESOURCE_REFERENCE, urn: URN, id: "" },
            }),
        ).toEqual({ server: "/subscriptions/a", unborn: { $unknown: true } });
    });

    it("takes a resource without inputs, as the engine writes components", () => {
        const { resource } = stackOf(fixture("careless-export"));
        expect(resource("part").asked).toMatchObject({ custom: false });
    });
});
