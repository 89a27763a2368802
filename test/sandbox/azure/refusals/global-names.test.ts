import { armResource } from "../../../../arm/arm-resource";
import { Cloud, type CloudObject } from "../../../../sandbox/azure/cloud";
import { GLOBAL_NAME_REFUSALS } from "../../../../sandbox/azure/refusals/global-names";
import { describeRefusals, type Example } from "./describe-refusals";
import type { Asked, PlayedStreet } from "./played-street";

/** One more of a type in another group, under the name of a planned one, and under another name. */
function twice(type: string, name: string, input: string, message: string): Example {
    const asked = (street: PlayedStreet, end?: number): Asked => ({
        method: "PUT",
        type,
        name,
        change: (planned) => ({
            ...planned,
            resourceGroupName: street.inputsOf("resources:ResourceGroup", "secondary-group").resourceGroupName,
            [input]: String(planned[input]).slice(0, end),
        }),
    });
    return { refused: (street) => asked(street), allowed: (street) => asked(street, -1), message };
}

/** One of SQL under the name of one of another kind: both are hosts. */
function hosted(type: string, change: (name: string) => Asked["change"], like: readonly [string, string]): Example {
    const asked = (street: PlayedStreet, end?: number): Asked => ({
        method: "PUT",
        type,
        change: change(String(street.inputsOf(like[0])[like[1]]).slice(0, end)),
    });
    return { refused: (street) => asked(street), allowed: (street) => asked(street, -1) };
}

const vault = (properties: object): Asked => ({
    method: "PUT",
    type: "keyvault:Vault",
    change: (planned) => ({
        ...planned,
        vaultName: "kv-another",
        properties: { ...(planned.properties as object), ...properties },
    }),
});

const profile = (relativeName?: string): Asked => ({
    method: "PUT",
    type: "trafficmanager:Profile",
    change: ({ dnsConfig, ...planned }) => ({
        ...planned,
        profileName: "another",
        dnsConfig: { ...(dnsConfig as object), ...(relativeName ? { relativeName } : {}) },
    }),
});

describeRefusals("names that are unique in all of Azure", GLOBAL_NAME_REFUSALS, {
    "sql-server-name-taken": hosted("sql:Server", (serverName) => ({ serverName }), [
        "sql:FailoverGroup",
        "failoverGroupName",
    ]),
    "failover-group-name-taken": hosted(
        "sql:FailoverGroup",
        (failoverGroupName) => ({ failoverGroupName, databases: [] }),
        ["sql:Server", "serverName"],
    ),
    "storage-account-name-taken": twice(
        "storage:StorageAccount",
        "primary-hosting-packages-account",
        "accountName",
        "is already in another resource group in this subscription",
    ),
    "vault-name-taken": twice("keyvault:Vault", "primary-vault-vault", "vaultName", "is already in use"),
    "vault-name-of-deleted": {
        given: [vault({}), { ...vault({}), method: "DELETE" }],
        refused: vault({}),
        allowed: vault({ createMode: "recover" }),
        message: "already exists in deleted state",
    },
    "web-app-name-taken": twice("web:WebApp", "primary-front-end-site", "name", "Website with given name"),
    "traffic-manager-name-taken": {
        refused: profile(),
        allowed: profile("another"),
        message: "trafficmanager.net already exists",
    },
});

it("is told apart whether a storage account's name is taken in one's own subscription", () => {
    const type = "azure-native:storage:StorageAccount";
    const arm = armResource({ type, inputs: { accountName: "taken", resourceGroupName: "rg-mine" } });
    const idIn = (subscription: string) => `/subscriptions/${subscription}/${arm.type}/taken`;
    const cloud = new Cloud();
    cloud.write({ id: idIn("theirs"), type: arm.type, body: {}, outputs: {} } as unknown as CloudObject);
    const row = GLOBAL_NAME_REFUSALS.find(({ id }) => id === "storage-account-name-taken");
    const answer = row?.judge({ method: "PUT", id: idIn("mine"), arm, existing: undefined }, cloud);
    expect(answer).toMatchObject({ status: 409, code: "StorageAccountAlreadyTaken" });
});
