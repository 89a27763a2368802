/**
 * Who approved this run's deployment to an environment, for the record of the release: approver.js <environment>
 * Where GitHub asked nobody it is who started the run. Variables: GH_TOKEN and those that GitHub sets.
 */
const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_ACTOR, GH_TOKEN } = process.env;
const [environment] = process.argv.slice(2);

async function approver() {
    const response = await fetch(
        `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/approvals`,
        {
            headers: { accept: "application/vnd.github+json", authorization: `Bearer ${GH_TOKEN}` },
        },
    );
    if (!response.ok) {
        throw new Error(
            `GitHub answers ${response.status} to the question who approved; the job needs 'actions: read'`,
        );
    }
    const reviews = await response.json();
    const given = reviews.filter(
        ({ state, environments }) => state === "approved" && environments.some(({ name }) => name === environment),
    );
    return given.at(-1)?.user.login ?? GITHUB_ACTOR;
}

approver().then(
    (name) => process.stdout.write(`${name}\n`),
    (error) => {
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 1;
    },
);
