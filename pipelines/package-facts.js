/**
 * What is to be put where for the release of an environment, one value on each line: name of the package, its digest, name of the
 * store in that region. package-facts.js <environment> <primary|secondary> <output of pulumi stack export>
 */
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { parse } = require("yaml");

const [environment, region, state] = process.argv.slice(2);

const settings = parse(readFileSync(join(__dirname, "..", `Pulumi.${environment}.yaml`), "utf8")).config;
const { version, digest } = settings["figlo-advisor:release"];
const { resources = [] } = JSON.parse(readFileSync(state, "utf8")).deployment;
const account = `azure-native:storage:StorageAccount::${region}-hosting-packages-account`;
const store = resources.find(({ urn, delete: leaving }) => urn.endsWith(account) && !leaving);

if (store === undefined) {
    process.stderr.write(
        `${environment} has no package store in its ${region} region yet: bring the environment up by hand once ` +
            `(README, "Log in and deploy"), and start a new run\n`,
    );
    process.exitCode = 1;
} else {
    const hex = digest.replace(/^sha256:/, "");
    process.stdout.write(`${version}-${hex.slice(0, 12)}.zip\n${hex}\n${store.outputs.name}\n`);
}
