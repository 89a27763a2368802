import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "../street";
import { type Answer, type Run, runScript, temporaryFolder } from "./fake-programs";

const PLAN = '{"manifest":{},"resourcePlans":{"stack":{"goal":{"type":"pulumi:pulumi:Stack","outputDiff":{}}}}}\n';
const TELLS = PLAN.replace('"outputDiff":{}', '"outputDiff":{"updates":{"host":"b"}}');
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const DIGEST = sha256(PLAN);
const exports = (time: string, ciphertext = "v1:a"): Answer => ({
    to: /^pulumi stack export --stack test$/,
    stdout: JSON.stringify({ deployment: { manifest: { time }, resources: [{ ciphertext }] } }),
});
const EXPORTED = exports("2026-11-23T10:00:00Z");
/** Of what EXPORTED has, without ciphertexts. */
const DEPLOYMENT = sha256(exports("2026-11-23T10:00:00Z", "").stdout ?? "");
const PACK = "--policy-pack policies --policy-pack-config policies/config/test.json";
const urn = (type: string, name: string) => `urn:pulumi:test::figlo-advisor::figlo:infra:Shard$${type}::${name}`;

const UNCHANGED = {
    steps: [{ op: "same", urn: urn("azure-native:sql:Server", "server") }],
    changeSummary: { same: 1 },
};
const CHANGED = {
    steps: [
        ...UNCHANGED.steps,
        { op: "create", urn: urn("azure-native:sql:Database", "database") },
        {
            op: "update",
            urn: urn("azure-native:sql:Server", "other|`server`"),
            diffReasons: ["tags", "minimalTlsVersion"],
        },
    ],
};

const CHECKED: Answer = { to: /^npx otap check \S+$/, stdout: "No findings: every rule holds.\n" };
const previews = (output: unknown, status = 0, saved = PLAN): Answer => ({
    to: /^pulumi preview /,
    stdout: typeof output === "string" ? output : JSON.stringify(output),
    status,
    writes: { option: "--save-plan", text: saved },
});

interface Planned extends Run {
    readonly folder: string;
}

function plan(...answers: Answer[]): Planned {
    const folder = join(temporaryFolder(), "plan");
    return { folder, ...runScript("plan.sh", ["test", folder], [EXPORTED, ...answers]) };
}

describe("plan.sh", () => {
    it("saves the plan of the environment, judged by the pack with its settings", () => {
        const { status, calls, folder } = plan(previews(CHANGED), CHECKED);
        expect(status).toBe(0);
        expect(calls[1]).toBe(
            `pulumi preview --stack test --non-interactive --color never --json --show-sames --save-plan ${folder}/plan.json ${PACK}`,
        );
        expect(readFileSync(join(folder, "plan.json"), "utf8")).toBe(PLAN);
    });

    it("tells the jobs that follow what the plan is and that it changes something", () => {
        expect(plan(previews(CHANGED), CHECKED).outputs).toBe(
            `changes=true\ndigest=${DIGEST}\ndeployment=${DEPLOYMENT}\n`,
        );
    });

    it("tells them when it changes nothing, so that nobody is asked", () => {
        expect(plan(previews(UNCHANGED), CHECKED).outputs).toBe(
            `changes=false\ndigest=${DIGEST}\ndeployment=${DEPLOYMENT}\n`,
        );
    });

    it("calls another output of the stack a change, which is no step of the engine", () => {
        expect(plan(previews(UNCHANGED, 0, TELLS), CHECKED).outputs).toContain("changes=true\n");
    });

    it("looks at what is deployed before it plans", () => {
        expect(plan(previews(CHANGED), CHECKED).calls[0]).toBe("pulumi stack export --stack test");
    });

    it("shows whoever approves what it does, and otap's judgement", () => {
        expect(plan(previews(CHANGED), CHECKED).page).toBe(`\
## test

1 create, 1 update

| operation | type | name | because of |
|---|---|---|---|
| create | azure-native:sql:Database | database |  |
| update | azure-native:sql:Server | other  server  | tags, minimalTlsVersion |

<details><summary>otap check</summary>

\`\`\`text
No findings: every rule holds.
\`\`\`

</details>
`);
    });

    it("gives Azure DevOps the page by its whole path: it is read from another folder", () => {
        const folder = join(temporaryFolder(), "plan");
        const answers = [EXPORTED, previews(CHANGED), CHECKED];
        const variables = { GITHUB_ACTIONS: "", GITHUB_STEP_SUMMARY: "", TF_BUILD: "True" };
        const { stdout } = runScript("plan.sh", ["test", relative(ROOT, folder)], answers, variables);
        expect(stdout).toContain(`##vso[task.uploadsummary]${join(realpathSync(folder), "summary.md")}\n`);
    });

    it("fails where the preview does, with the engine's own words", () => {
        const diagnostics = [
            { severity: "warning", message: "beside the point" },
            { severity: "error", message: "\u001b[31mproductie\u001b[0m accepts only what acceptatie has deployed\n" },
        ];
        const { status, page, stdout, outputs } = plan(previews({ steps: [], diagnostics }, 255));
        expect(status).toBe(1);
        expect(page).toContain("productie accepts only what acceptatie has deployed");
        expect(page).toContain("The preview did not come to an end.");
        expect(page).not.toContain("beside the point");
        expect(stdout).toContain("::error::test: the preview failed");
        expect(outputs).toBe("");
    });

    it.each(["", "error: no stack named 'test' found\n"])(
        "fails where the engine prints no JSON but '%s'",
        (output) => {
            const { status, page } = plan(previews(output, 255));
            expect(status).toBe(1);
            expect(page).toContain(output.trim());
        },
    );

    it("fails where otap refuses what the engine let through", () => {
        const { status, outputs, stdout } = plan(previews(CHANGED), { ...CHECKED, stdout: "broken", status: 1 });
        expect(status).toBe(1);
        expect(stdout).toContain("::error::test: otap check refuses the plan (exit code 1)");
        expect(outputs).toBe("");
    });
});

describe("apply.sh", () => {
    const UP: Answer = { to: /^pulumi up / };
    const TOKEN: Answer = { to: /^az account get-access-token / };

    function apply(text: string, ...answers: Answer[]): Planned {
        const folder = temporaryFolder();
        writeFileSync(join(folder, "plan.json"), text);
        return {
            folder,
            ...runScript("apply.sh", ["test", folder, DIGEST, DEPLOYMENT], [...answers, EXPORTED, TOKEN]),
        };
    }

    it("carries out the plan and nothing else, under the same pack", () => {
        const { status, calls, folder } = apply(PLAN, UP);
        expect(status).toBe(0);
        expect(calls).toEqual([
            "pulumi stack export --stack test",
            "az account get-access-token --resource https://database.windows.net --output none",
            `pulumi up --stack test --non-interactive --yes --plan ${folder}/plan.json ${PACK}`,
        ]);
    });

    it("does nothing where something was deployed since the plan was made: the engine would not see it", () => {
        const { status, calls, stdout } = apply(PLAN, exports("2026-11-23T11:00:00Z"), UP);
        expect(status).toBe(1);
        expect(calls).toEqual(["pulumi stack export --stack test"]);
        expect(stdout).toContain("::error::test: something was deployed since this plan was made");
    });

    it("takes a value that is encrypted anew for the same deployment", () => {
        expect(apply(PLAN, exports("2026-11-23T10:00:00Z", "v1:b"), UP).status).toBe(0);
    });

    it.each([
        ["what is deployed cannot be read", { ...EXPORTED, stdout: "", status: 1 }],
        ["the export is empty", { ...EXPORTED, stdout: "" }],
    ])("does nothing where %s", (_, answer) => {
        const { status, calls } = apply(PLAN, answer, UP);
        expect(status).not.toBe(0);
        expect(calls).toEqual(["pulumi stack export --stack test"]);
    });

    it("does nothing without the digest of the plan", () => {
        const { status, calls } = runScript("apply.sh", ["test", temporaryFolder(), "", DEPLOYMENT], [EXPORTED, UP]);
        expect(status).not.toBe(0);
        expect(calls).toEqual([]);
    });

    it("does nothing without the digest of the deployment", () => {
        const folder = temporaryFolder();
        writeFileSync(join(folder, "plan.json"), PLAN);
        const { status, calls } = runScript("apply.sh", ["test", folder, DIGEST], [EXPORTED, UP]);
        expect(status).not.toBe(0);
        expect(calls).toEqual([]);
    });

    it("does nothing with another plan than the one that was made", () => {
        const { status, calls, stdout } = apply(`${PLAN} `, UP);
        expect(status).toBe(1);
        expect(calls).toEqual([]);
        expect(stdout).toContain("::error::test: the plan is not the one that was made in this run");
    });

    it("does nothing without a plan", () => {
        const folder = temporaryFolder();
        const { status, calls } = runScript("apply.sh", ["test", folder, DIGEST, DEPLOYMENT], [EXPORTED, UP]);
        expect(existsSync(join(folder, "plan.json"))).toBe(false);
        expect(status).not.toBe(0);
        expect(calls).toEqual([]);
    });

    it("does not begin without a token for the databases, which the session gets in its first minutes only", () => {
        const { status, stdout, calls } = apply(PLAN, { ...TOKEN, status: 1 }, UP);
        expect(status).toBe(1);
        expect(stdout).toContain("::error::no token for the databases: log in to Azure right before this step");
        expect(calls.filter((call) => call.startsWith("pulumi up"))).toEqual([]);
    });

    it("says what to do when the engine stops half-way", () => {
        const { status, stdout } = apply(PLAN, { ...UP, status: 255 });
        expect(status).toBe(1);
        expect(stdout).toContain("::error::test: up ended before the plan was carried out");
    });
});

describe("with-service-connection.sh", () => {
    it("runs a command as the identity of the service connection", () => {
        const account: Answer = { to: /^az account show --query id --output tsv$/, stdout: "sub\n" };
        const variables = { servicePrincipalId: "client", tenantId: "tenant", idToken: "token" };
        const words = [
            "bash",
            "-c",
            'echo "$ARM_USE_OIDC $ARM_CLIENT_ID $ARM_TENANT_ID $ARM_SUBSCRIPTION_ID $ARM_OIDC_TOKEN"',
        ];
        const { stdout } = runScript("with-service-connection.sh", words, [account], variables);
        expect(stdout).toBe("true client tenant sub token\n");
    });

    it("runs nothing where the task was not told to give the identity", () => {
        const { status, stdout } = runScript("with-service-connection.sh", ["echo", "ran"], []);
        expect(status).not.toBe(0);
        expect(stdout).toBe("");
    });
});
