import { fixture, stackOf } from "./fixture";

const change = (name: string, changes: (preview: ReturnType<typeof fixture>) => void) => {
    const preview = fixture(name);
    changes(preview);
    return preview;
};

describe("a preview of the engine", () => {
    it("is read as the resources that its steps lead to, without providers", () => {
        const { kind, name, names } = stackOf(fixture("careless-preview"));
        expect({ kind, name }).toEqual({ kind: "preview", name: "proef" });
        expect(names).toEqual([
            "careless-proef",
            "customers",
            "everyone",
            "files",
            "group",
            "part",
            "server",
            "site",
            "suffix",
        ]);
    });

    it("has marks for what is unknown and what is secret, and nothing of the engine's own", () => {
        const { resource } = stackOf(fixture("careless-preview"));
        expect(resource("server").shown.inputs).toMatchObject({
            administratorLoginPassword: { $secret: true },
            resourceGroupName: { $unknown: true },
        });
        const named = Object.keys(resource("server").shown.inputs).filter((key) => key.startsWith("__"));
        expect(named).toEqual([]);
    });

    it("keeps relations, protection and what is a component", () => {
        const { resource } = stackOf(fixture("careless-preview"));
        expect(resource("server").shown).toMatchObject({ protect: true, parent: resource("part").shown.urn });
        expect(resource("customers").shown.propertyDependencies).toMatchObject({
            serverName: [resource("server").shown.urn],
        });
        expect(resource("part").asked.custom).toBe(false);
        expect(resource("server").asked.custom).toBe(true);
    });

    it("leaves out what is deleted, and holds what stays and what changes as it becomes", () => {
        const { names, resource } = stackOf(fixture("careless-preview-of-change"));
        expect(names).not.toContain("everyone");
        expect(names).toContain("group");
        expect(resource("server").shown.inputs.publicNetworkAccess).toBe("Disabled");
    });

    it("has what a guard found when it last looked, and nothing else of the outputs", () => {
        const urn = "urn:pulumi:proef::shop::pulumi-nodejs:dynamic/figlo:DatabaseGuard::guard";
        const preview = change("careless-preview", ({ steps }) => {
            const outputs = { users: [], host: "sql.example", suspectColumns: ["dbo.klant.wachtwoord"] };
            const type = "pulumi-nodejs:dynamic/figlo:DatabaseGuard";
            steps.push({ op: "create", urn, newState: { urn, type, custom: true, inputs: { users: [] }, outputs } });
        });
        const { shown, asked } = stackOf(preview).resource("guard");
        expect(shown.inputs).toEqual({ users: [], suspectColumns: ["dbo.klant.wachtwoord"] });
        expect(asked.inputs).toEqual(shown.inputs);
    });

    it("counts a replacement once", () => {
        const preview = change("careless-preview-of-change", ({ steps }) => {
            const update = steps.find(({ urn }: { urn: string }) => urn.endsWith("::files"));
            update.op = "replace";
            steps.push({ ...update, op: "create-replacement" });
            steps.push({ ...update, op: "delete-replaced", newState: update.oldState });
        });
        const { names, resource } = stackOf(preview);
        expect(names.filter((name) => name === "files")).toEqual(["files"]);
        expect(resource("files").shown.inputs.kind).toBe("BlobStorage");
    });

    it("is refused without what stays the same: relations to it would be missed", () => {
        expect(() => stackOf(fixture("careless-preview-without-sames"))).toThrow(
            "'input.json' leaves out 8 of 9 resources that stay the same, and what refers to them cannot be judged " +
                "without; make it with: pulumi preview --json --show-sames",
        );
    });

    it("is refused where it failed, since it does not hold everything", () => {
        const failed = change("careless-preview", (preview) => {
            preview.diagnostics = [{ severity: "error", message: "error: no \u001b[31msubscription\n" }];
        });
        expect(() => stackOf(failed)).toThrow(
            "'input.json' is a preview that failed, so it does not hold everything: error: no \\u001b[31msubscription",
        );
    });

    it("is taken where a policy forbids something, which is told when all is", () => {
        const forbidden = change("careless-preview", (preview) => {
            preview.diagnostics = [
                { severity: "warning", message: "old" },
                { severity: "error", message: "error: preview failed\n" },
            ];
        });
        expect(stackOf(forbidden).resources).toHaveLength(9);
    });
});
