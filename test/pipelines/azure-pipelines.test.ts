import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ENVIRONMENTS } from "../../stacks/settings/environments";
import { ROOT } from "../street";
import { expression } from "./expression";

const FOLDER = join(ROOT, "azure-pipelines");
const FILES = readdirSync(FOLDER).sort();
const text = (file: string): string => readFileSync(join(FOLDER, file), "utf8");

/** Every value that stands under a key, anywhere in a file, in order. */
function under(key: string, value: unknown): readonly unknown[] {
    if (Array.isArray(value)) {
        return value.flatMap((each) => under(key, each));
    }
    if (typeof value !== "object" || value === null) {
        return [];
    }
    return Object.entries(value).flatMap(([name, each]) => (name === key ? [each] : under(key, each)));
}

const commands = (file: string): readonly unknown[] => {
    const content = parse(text(file));
    return [...under("bash", content), ...under("inlineScript", content)];
};

describe("the pipelines of Azure DevOps", () => {
    it("are these", () => {
        expect(FILES).toEqual(["deploy-environment.yml", "nightly.yml", "promotion.yml", "pull-request.yml"]);
    });

    it.each(FILES)("%s leaves no credential behind in the checkout", (file) => {
        const content = parse(text(file));
        expect(under("persistCredentials", content)).toEqual(under("checkout", content).map(() => false));
    });

    it("reach Azure by service connections of the environment, and the pull request by none", () => {
        expect(under("azureSubscription", parse(text("deploy-environment.yml")))).toEqual([
            `figlo-${expression("parameters.environment")}-plan`,
            `figlo-${expression("parameters.environment")}-plan`,
            `figlo-${expression("parameters.environment")}`,
            `figlo-${expression("parameters.environment")}`,
        ]);
        expect(under("azureSubscription", parse(text("nightly.yml")))).toEqual([
            `figlo-${expression("environment")}-plan`,
            `figlo-${expression("environment")}-plan`,
        ]);
        expect(under("azureSubscription", parse(text("pull-request.yml")))).toEqual([]);
    });

    it("promote in the order of the environments", () => {
        const { stages } = parse(text("promotion.yml"));
        expect(stages.map((stage: { parameters: unknown }) => stage.parameters)).toEqual(
            ENVIRONMENTS.map((environment, index) => ({ environment, needs: ENVIRONMENTS.slice(index - 1, index) })),
        );
    });

    it("ask for approval by the environment that the deployment is to, after the plan and the packages", () => {
        const [{ jobs }] = parse(text("deploy-environment.yml")).stages;
        const [plan, , apply] = jobs;
        expect(plan.job).toBe("plan");
        expect(apply.environment).toBe(expression("parameters.environment"));
        expect(apply.dependsOn).toEqual(["plan", "package_primary", "package_secondary"]);
    });

    it("run what the workflows of GitHub run", () => {
        const environment = expression("parameters.environment");
        expect(commands("deploy-environment.yml")).toEqual([
            `npx otap dns ${environment}`,
            `pipelines/with-service-connection.sh pipelines/plan.sh ${environment} plan`,
            `pipelines/package.sh ${environment} ${expression("region")}`,
            `pipelines/with-service-connection.sh pipelines/apply.sh ${environment} ` +
                `"$(Pipeline.Workspace)/plan-${environment}" "$(digest)" "$(planned)"`,
            "npx otap status --verify",
        ]);
        expect(commands("nightly.yml")).toEqual([
            `pipelines/restore-points.sh ${expression("environment")}`,
            `pipelines/with-service-connection.sh pipelines/drift.sh ${expression("environment")}`,
        ]);
    });

    it("look every night at all four environments", () => {
        expect(text("nightly.yml")).toContain(`split('${ENVIRONMENTS.join(",")}', ',')`);
    });
});
