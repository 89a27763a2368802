import * as sql from "@pulumi/azure-native/sql";
import * as pulumi from "@pulumi/pulumi";
import { previewAnswer } from "../../../cli/offline/monitor";
import { runProgram } from "../../../cli/offline/run-program";
import { planOf } from "../../../cli/plan/from-registration";
import { evaluate } from "../../../policies/evaluate";

const findingsAbout = async (rule: string, program: () => unknown) => {
    const { registrations, outputs } = await runProgram({
        project: "proef",
        stack: "proef",
        config: {},
        preview: true,
        oracle: { answer: previewAnswer, stackOutputs: () => undefined },
        program,
    });
    const findings = evaluate(planOf(registrations, outputs).asked, { today: "2026-11-23" });
    return findings.filter((finding) => finding.rule === rule);
};

const server = (minimalTlsVersion: pulumi.Input<string>) => () =>
    new sql.Server("server", { resourceGroupName: "rg", minimalTlsVersion });

describe("the findings of a plan", () => {
    it("judge what is secret, as the pack does under the engine", async () => {
        expect(await findingsAbout("sql-server-min-tls-12", server(pulumi.secret("1.2")))).toEqual([]);
    });

    it("do not show what is secret", async () => {
        const [finding] = await findingsAbout("sql-server-min-tls-12", server(pulumi.secret("1.0-hidden")));
        expect(finding).toMatchObject({ verdict: "violated", message: "minimalTlsVersion is '[secret]'" });
    });

    it("do not show the start of a secret that is cut off, nor one inside of a list", async () => {
        const long = `1.0-${"hidden-".repeat(40)}`;
        const [cut] = await findingsAbout("sql-server-min-tls-12", server(pulumi.secret(long)));
        expect(cut?.message).toBe("minimalTlsVersion is '[secret]…");
        const listed = pulumi.secret(['say "hidden"']) as unknown as pulumi.Output<string>;
        const [inside] = await findingsAbout("sql-server-min-tls-12", server(listed));
        expect(inside?.message).toBe('minimalTlsVersion is ["[secret]"]');
    });

    it("tell what is secret from what is in plain text", async () => {
        const withPassword = (administratorLoginPassword: pulumi.Input<string>) =>
            findingsAbout(
                "secrets-are-pulumi-secrets",
                () => new sql.Server("server", { resourceGroupName: "rg", administratorLoginPassword }),
            );
        expect(await withPassword(pulumi.secret("hunter2"))).toEqual([]);
        expect(await withPassword("hunter2")).toMatchObject([{ verdict: "violated" }]);
    });

    it("know a component from a resource, whatever its type is called", async () => {
        const component = () => new pulumi.ComponentResource("sample:net:Spoke", "spoke", { ranges: ["10.1.0.0/24"] });
        expect(await findingsAbout("host-allowed-types", component)).toEqual([]);
    });
});
