import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportedResources, resourcesIn } from "../../scan/exported-resources";

const names = (template: unknown) =>
    resourcesIn(template, "test/rg-example.json").map(({ kind, name }) => `${kind} ${name}`);

describe("the resources of a template", () => {
    it("have file, kind, name and tags", () => {
        const resource = { type: "Microsoft.Web/sites", name: "app-example", tags: { owner: "team" }, properties: {} };
        expect(resourcesIn({ resources: [resource] }, "test/rg-example.json")).toEqual([
            { file: "test/rg-example.json", kind: "Microsoft.Web/sites", name: "app-example", tags: { owner: "team" } },
        ]);
    });

    it("include those inside another", () => {
        const policy = { type: "securityAlertPolicies", name: "Default" };
        const database = { type: "databases", name: "sqldb-example", resources: [policy] };
        const server = { type: "Microsoft.Sql/servers", name: "sql-example", resources: [database] };
        expect(names({ resources: [server] })).toEqual([
            "Microsoft.Sql/servers sql-example",
            "databases sqldb-example",
            "securityAlertPolicies Default",
        ]);
    });

    it("include those of the template that a deployment carries", () => {
        const plan = { type: "Microsoft.Security/pricings", name: "Arm" };
        const deployment = {
            type: "Microsoft.Resources/deployments",
            name: "deploy-example",
            properties: { template: { resources: [plan] } },
        };
        expect(names({ resources: [deployment] })).toEqual([
            "Microsoft.Resources/deployments deploy-example",
            "Microsoft.Security/pricings Arm",
        ]);
    });

    it("leave out what is called 'resources' and is no list", () => {
        const site = { type: "Microsoft.Web/sites", name: "app-example", properties: { resources: { cpu: 1 } } };
        expect(names({ resources: [site] })).toEqual(["Microsoft.Web/sites app-example"]);
    });
});

describe("the resources of an export", () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "otap-exported-"));
    });

    afterEach(() => rmSync(folder, { recursive: true }));

    it("come from the templates of each environment, sorted by file", () => {
        for (const environment of ["test", "productie"]) {
            mkdirSync(join(folder, environment));
            const vault = { type: "Microsoft.KeyVault/vaults", name: `kv-${environment}` };
            writeFileSync(join(folder, environment, "rg-example.json"), JSON.stringify({ resources: [vault] }));
        }
        expect(exportedResources(folder).map(({ file, name }) => [file, name])).toEqual([
            ["productie/rg-example.json", "kv-productie"],
            ["test/rg-example.json", "kv-test"],
        ]);
    });
});
