import { type ArmResource, armResource } from "../../arm/arm-resource";
import type { JsonObject } from "../../arm/json";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { resolved } from "../street";
import { schemaErrors, schemas } from "./schema-errors";

const azureOf = async (environment: (typeof ENVIRONMENTS)[number]) =>
    (await resolved(environment)).resources.filter(({ type }) => type.startsWith("azure-native:")).map(armResource);

/** Programs run one at a time in a process. */
async function inTurn<T>(of: (environment: (typeof ENVIRONMENTS)[number]) => Promise<T>): Promise<T[]> {
    const results: T[] = [];
    for (const environment of ENVIRONMENTS) {
        results.push(await of(environment));
    }
    return results;
}

/** This schema closes what all kinds of sources share, and so forbids the severity that it wants of an alert. */
const UNSATISFIABLE =
    "Microsoft.Security/securityContacts 'default': properties.notificationsSources.0 must NOT have additional properties";

/** A literal object in a template. */
type Written = Pick<ArmResource, "type" | "apiVersion" | "name"> & { readonly properties: JsonObject };

const checked = schemas ? describe : describe.skip;

describe("what the four environments send to Azure", () => {
    it("has a body for every planned resource, and says which types Microsoft's schemas do not judge", async () => {
        const all = (await inTurn(azureOf)).flat();
        const missing = all
            .filter((one) => !schemas?.covers(one))
            .map(({ type, apiVersion }) => `${type} ${apiVersion}`);
        const why = schemas ? "Without a schema of Microsoft's:" : "ARM_SCHEMAS is not set, so nothing is judged of:";
        process.stdout.write(
            `${why}\n${[...new Set(missing)]
                .sort()
                .map((type) => `  ${type}\n`)
                .join("")}`,
        );
        expect(all.length).toBeGreaterThan(900);
    });
});

checked("Microsoft's schemas", () => {
    it.each(ENVIRONMENTS)("refuse nothing of %s", async (environment) => {
        expect((await azureOf(environment)).flatMap(schemaErrors)).toEqual([]);
    });

    it.each(ENVIRONMENTS)(
        "accept what templates write into the subscription of %s, but for what one forbids by mistake",
        async (environment) => {
            const deployments = (await azureOf(environment)).filter(({ type, scope }) => {
                return type === "Microsoft.Resources/deployments" && scope === "subscription";
            });
            const written = deployments.flatMap(({ body }) => {
                const { template } = body.properties as unknown as { template: { resources: readonly Written[] } };
                return template.resources.map(
                    ({ type, apiVersion, name, properties }): ArmResource => ({
                        type,
                        apiVersion,
                        name,
                        segments: [name],
                        scope: "subscription",
                        body: { properties },
                    }),
                );
            });
            expect(written.map(({ name }) => name)).toEqual([
                "SqlServers",
                "AppServices",
                "KeyVaults",
                "StorageAccounts",
                "Arm",
                "default",
            ]);
            expect(written.filter((one) => !schemas?.covers(one))).toEqual([]);
            expect(written.flatMap(schemaErrors)).toEqual([UNSATISFIABLE]);
        },
    );
});
