import { AzureProvider } from "../../../sandbox/azure/azure-provider";
import { Cloud } from "../../../sandbox/azure/cloud";
import { Faults } from "../../../sandbox/azure/faults";
import { parseFaults } from "../../../sandbox/azure/parse-faults";
import type { CheckAnswer, Deployed, DiffAnswer, ReadAnswer } from "../../../sandbox/azure/provider";
import { REFUSALS } from "../../../sandbox/azure/refusals";
import { ResourceManager } from "../../../sandbox/azure/resource-manager";
import type { Props } from "../../../sandbox/azure/wire";

export const SUBSCRIPTION = "9b3e0c52-6f1a-4d0e-8a57-2d41c8f0b6e3";
export const GROUP_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-proef`;
export const SERVER_ID = `${GROUP_ID}/providers/Microsoft.Sql/servers/sql-proef`;
const SESSION = "session";

/** The provider without an engine: each method as the engine would call it, with the parts that a test does not care for filled in. */
export class PlayedAzure {
    readonly cloud = new Cloud();
    readonly provider: AzureProvider;
    crashed = false;

    constructor(faults = "", refusals = REFUSALS) {
        const crash = () => {
            this.crashed = true;
        };
        const manager = new ResourceManager(this.cloud, refusals, new Faults(parseFaults(faults).faults, crash));
        this.provider = new AzureProvider(manager);
        this.provider.configure(SESSION, { subscriptionId: SUBSCRIPTION, location: "westeurope" });
    }

    check(type: string, news: Props, olds?: Props, name = "it"): Promise<CheckAnswer> {
        return this.provider.check({ ...target(type, name), news, olds, seed: new Uint8Array([1, 2, 3]) });
    }

    diff(type: string, oldInputs: Props, news: Props): Promise<DiffAnswer> {
        return this.provider.diff({ ...target(type), oldInputs, news });
    }

    create(type: string, inputs: Props, preview = false): Promise<Deployed> {
        return this.provider.create({ ...target(type), inputs, preview });
    }

    read(type: string, id: string, inputs?: Props, outputs: Props = {}): Promise<ReadAnswer | undefined> {
        return this.provider.read({ ...target(type), id, inputs, outputs });
    }

    update(type: string, id: string, oldInputs: Props, news: Props, preview = false): Promise<Props> {
        const oldOutputs = this.cloud.get(id)?.outputs ?? {};
        return this.provider.update({ ...target(type), id, oldInputs, oldOutputs, news, preview });
    }

    delete(type: string, id: string, inputs: Props): Promise<void> {
        return this.provider.delete({ ...target(type), id, inputs });
    }

    /** With a resource group and, in it, a SQL server. */
    async withServer(): Promise<this> {
        await this.create("azure-native:resources:ResourceGroup", {
            resourceGroupName: "rg-proef",
            location: "westeurope",
        });
        await this.create("azure-native:sql:Server", SERVER);
        return this;
    }
}

/** Inputs of a server that Azure takes. */
export const SERVER: Props = {
    resourceGroupName: "rg-proef",
    serverName: "sql-proef",
    location: "westeurope",
    minimalTlsVersion: "1.2",
    publicNetworkAccess: "Disabled",
    administrators: {
        administratorType: "ActiveDirectory",
        azureADOnlyAuthentication: true,
        login: "sql-administrators",
        principalType: "Group",
        sid: "2c1f5a52-0c7a-4b5e-9d0a-6a2f0f6d1b11",
        tenantId: "5d9a7c3e-1b2f-4e6d-8c0a-7f3b2e1d4c55",
    },
};

const target = (type: string, name = "it") => ({
    session: SESSION,
    urn: `urn:pulumi:proef::figlo-advisor::${type}::${name}`,
    type,
    name,
});
