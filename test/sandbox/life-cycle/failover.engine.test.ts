import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import type { Cloud } from "../../../sandbox/azure/cloud";
import { describeWithEngine } from "../with-engine";
import { type StackOnStandIn, stackOnStandIn } from "./stack-on-stand-in";

const GROUP = "azure-native:sql:FailoverGroup";

/** What an operator does after a failover, as the README tells it. */
describeWithEngine("a failover to the other region", (engine) => {
    let stack: StackOnStandIn;

    beforeAll(async () => {
        stack = await stackOnStandIn(engine, "acceptatie");
        expect(await stack.run("up", { policyPack: false })).toMatchObject({ exitCode: 0 });
        failOver(stack.standIn.cloud);
    });

    afterAll(() => stack.stop());

    it("would have the group replaced, which its protection refuses, while the state knows it on the other server", async () => {
        const { exitCode, diagnostics } = await stack.run("preview", { change: secondaryActive, policyPack: false });
        expect(exitCode).not.toBe(0);
        expect(diagnostics.map(({ message }) => message).join()).toContain("protect");
    });

    it("leaves nothing to change once the group's entry in the state and the setting follow it", async () => {
        const file = join(stack.street.folder, "state.json");
        await pulumi("stack", "export", "--file", file);
        writeFileSync(file, swappedInState(readFileSync(file, "utf8"), serversOf(stack.standIn.cloud)));
        await pulumi("stack", "import", "--file", file);
        expect(await stack.run("up", { change: secondaryActive, policyPack: false })).toMatchObject({
            exitCode: 0,
            steps: [],
        });
        expect(await stack.run("refresh", { change: secondaryActive })).toMatchObject({ exitCode: 0, steps: [] });
    });

    async function pulumi(...args: readonly string[]): Promise<void> {
        expect(await stack.pulumi(...args)).toMatchObject({ exitCode: 0 });
    }
});

const secondaryActive = (text: string): string => {
    const document = parseDocument(text);
    document.setIn(["config", "figlo-advisor:sql", "activeRegion"], "secondary");
    return document.toString();
};

/** Pairs of names that change places: of the servers, and of their resource groups. */
type Pairs = readonly (readonly [string, string])[];

/** The group's own server first. */
function serversOf(cloud: Cloud): Pairs {
    const parts = cloud.all("Microsoft.Sql/servers").map(({ id }) => id.split("/"));
    const [one, other] = parts as [string[], string[]];
    return [
        [one.at(-1) as string, other.at(-1) as string],
        [one[4] as string, other[4] as string],
    ];
}

/** As Azure does it: the group now lives on the server that was its partner. */
function failOver(cloud: Cloud): void {
    const pairs = serversOf(cloud);
    for (const group of cloud.all("Microsoft.Sql/servers/failoverGroups")) {
        cloud.remove(group.id);
        cloud.write(swapped(group, pairs));
    }
}

function swappedInState(text: string, pairs: Pairs): string {
    const state = JSON.parse(text) as { deployment: { resources: { type: string }[] } };
    const resources = state.deployment.resources.map((resource) =>
        resource.type === GROUP ? swapped(resource, pairs) : resource,
    );
    return JSON.stringify({ ...state, deployment: { ...state.deployment, resources } });
}

const swapped = <T>(value: T, pairs: Pairs): T =>
    JSON.parse(
        pairs.reduce(
            (text, [a, b]) =>
                text
                    .split(a)
                    .map((part) => part.replaceAll(b, a))
                    .join(b),
            JSON.stringify(value),
        ),
    ) as T;
