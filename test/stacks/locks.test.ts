import { resourceId } from "../../arm/resource-id";
import type { PlanResource } from "../../cli/plan/plan";
import type { Planned } from "../planned";
import { previewed, resolved, street } from "../street";
import { allBefore } from "./all-before";

const LOCK = "authorization:ManagementLockByScope";

describe("the locks of productie", () => {
    let plan: Planned;
    let idOf: (resource: PlanResource) => string;
    beforeAll(async () => {
        plan = await resolved("productie");
        const { subscriptionId } = street().productie.settings;
        idOf = (resource) => resourceId(resource, subscriptionId);
    });

    const locks = () => plan.ofType(LOCK);
    const lockOf = (name: string) => plan.one(LOCK, name);

    it("hang on both vaults, on every storage account, database and backup vault, once each", () => {
        const kinds = ["keyvault:Vault", "storage:StorageAccount", "sql:Database", "dataprotection:BackupVault"];
        const expected = kinds.flatMap((kind) => plan.ofType(kind)).map(idOf);
        const scopes = new Set(locks().map(({ inputs }) => String(inputs.scope)));
        expect(expected.filter((id) => !scopes.has(id))).toEqual([]);
        expect(scopes.size).toBe(locks().length);
    });

    it("go before everything inside their scope, rights and endpoints included: Azure answers 409 ScopeLocked else", () => {
        const azure = plan.resources.filter(({ type }) => type.startsWith("azure-native:") && !type.endsWith(LOCK));
        const strays = locks().flatMap((lock) => {
            const before = allBefore(lock, plan);
            const scope = String(lock.inputs.scope);
            return azure
                .filter((resource) => [idOf(resource), ...targetsOf(resource)].some((id) => lies(id, scope)))
                .filter(({ urn }) => !before.has(urn))
                .map(({ name }) => `${lock.name} does not wait for ${name}`);
        });
        expect(strays).toEqual([]);
    });

    it("find what the test looks for: the key and its right in the primary vault, containers and backup in the documents", () => {
        const inside = (name: string) =>
            plan.resources
                .filter(({ type }) => type.startsWith("azure-native:"))
                .filter((resource) => lies(idOf(resource), String(lockOf(name).inputs.scope)))
                .map((resource) => resource.name);
        expect(inside("primary-vault-lock")).toEqual(
            expect.arrayContaining(["database-key-key", "database-key-use", "front-end-rights-primary-vault"]),
        );
        expect(inside("documents-lock")).toEqual(
            expect.arrayContaining(["documents-backup-grant", "back-end-rights-documents", "documents-recovery"]),
        );
    });
});

describe("the locks of ontwikkeling", () => {
    it("do not exist: nothing in it is kept for good", async () => {
        expect((await previewed("ontwikkeling")).ofType(LOCK)).toEqual([]);
    });
});

const lies = (id: string, scope: string): boolean => `${id}/`.toLowerCase().startsWith(`${scope}/`.toLowerCase());

/** A private endpoint writes a connection into its target. */
const targetsOf = ({ inputs }: PlanResource): readonly string[] =>
    ((inputs.privateLinkServiceConnections ?? []) as readonly { privateLinkServiceId: string }[]).map(
        ({ privateLinkServiceId }) => privateLinkServiceId,
    );
