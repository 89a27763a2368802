/**
 * One line for each question to Azure: `server <name> <resource group> <location>` or
 * `instance <name> <resource group> <backup vault>`. what-to-ask.js <output of pulumi stack export>
 */
const { expected } = require("./expected");

const { servers, instances } = expected(process.argv[2]);

for (const { name, group, location } of servers) {
    process.stdout.write(`server ${name} ${group} ${location}\n`);
}
for (const { name, group, vault } of instances) {
    process.stdout.write(`instance ${name} ${group} ${vault}\n`);
}
