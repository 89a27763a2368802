import { cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENVIRONMENTS, settingsFileOf } from "../../../stacks/settings/environments";
import { loadEnvironment } from "../../../stacks/settings/load-environment";
import { loadStreet } from "../../../stacks/settings/load-street";
import { SettingsError } from "../../../stacks/settings/settings-error";
import { ROOT } from "./examples";

/** A copy of the files of the street, in which a test spoils some. */
let root: string;

beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "street-"));
    for (const file of [...ENVIRONMENTS.map(settingsFileOf), "stacks/data"]) {
        cpSync(join(ROOT, file), join(root, file), { recursive: true });
    }
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const replace = (file: string, from: string, to: string) => {
    const text = readFileSync(join(root, file), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(root, file), text.replace(from, to));
};

const messageOf = (call: () => unknown): string => {
    try {
        call();
        return "";
    } catch (error) {
        expect(error).toBeInstanceOf(SettingsError);
        return (error as Error).message;
    }
};

describe("loadEnvironment", () => {
    it("gives the settings and all data of an environment", () => {
        const { environment, settings, data } = loadEnvironment(root, "productie");
        expect([environment, settings.environment, data.tenants.length]).toEqual(["productie", "productie", 4]);
        expect(Object.keys(data.classification.tables)).toContain("crm.client");
    });

    it("collects the mistakes of all files of the environment, file by file", () => {
        replace("Pulumi.test.yaml", "vendor: figlo", "vendor: Figlo");
        replace("stacks/data/test/tenants.yaml", "status: active", "status: gone");
        expect(messageOf(() => loadEnvironment(root, "test"))).toBe(
            [
                "Pulumi.test.yaml has 1 mistake:",
                "  - vendor: expected a name of 2 to 10 lower-case letters and digits that starts with a letter, got 'Figlo'",
                "stacks/data/test/tenants.yaml has 1 mistake:",
                "  - tenants[0].status: expected 'active', 'suspended' or 'leaving', got 'gone'",
            ].join("\n"),
        );
    });

    it("names a missing file by its path in the project", () => {
        unlinkSync(join(root, "stacks/data/test/access.yaml"));
        expect(messageOf(() => loadEnvironment(root, "test"))).toBe(
            "stacks/data/test/access.yaml has 1 mistake:\n  - the file does not exist; copy that of another environment and change its values",
        );
    });

    it("names a folder in the place of a file", () => {
        rmSync(join(root, "Pulumi.test.yaml"));
        cpSync(join(root, "stacks/data"), join(root, "Pulumi.test.yaml"), { recursive: true });
        expect(messageOf(() => loadEnvironment(root, "test"))).toContain(
            "Pulumi.test.yaml has 1 mistake:\n  - a folder stands in the place of the file; remove it",
        );
    });

    it("refuses more customers in a shard than its pool holds", () => {
        const tenant = (n: number) =>
            `  - { id: t-${String(n).padStart(6, "0")}, name: Kantoor ${n}, shard: "01", status: active }`;
        const tenants = Array.from({ length: 51 }, (_, n) => tenant(n));
        writeFileSync(join(root, "stacks/data/acceptatie/tenants.yaml"), `tenants:\n${tenants.join("\n")}\n`);
        expect(messageOf(() => loadEnvironment(root, "acceptatie"))).toContain(
            "tenants: 51 tenants are in shard '01', whose pool holds 50; give sql.pool more vCores, so that it holds 100",
        );
    });
});

describe("loadStreet", () => {
    it("gives the four environments in their order", () => {
        expect(Object.keys(loadStreet(root))).toEqual([...ENVIRONMENTS]);
    });

    it("collects the mistakes of all environments and those between the rest", () => {
        replace("Pulumi.test.yaml", "vendor: figlo", "vendor: Figlo");
        replace("stacks/data/ontwikkeling/exemptions.yaml", "exemptions: []", "exemptions: {}");
        replace("Pulumi.productie.yaml", "version: 3.8.1", "version: 9.0.0");
        const files = messageOf(() => loadStreet(root))
            .split("\n")
            .filter((line) => !line.startsWith(" "));
        expect(files).toEqual([
            "stacks/data/ontwikkeling/exemptions.yaml has 1 mistake:",
            "Pulumi.test.yaml has 1 mistake:",
            "Pulumi.productie.yaml has 1 mistake:",
        ]);
    });
});
