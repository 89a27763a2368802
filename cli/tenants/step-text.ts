import { dataFileOf, type Loaded } from "../../stacks/settings/load-environment";
import { indented } from "../show/indented";
import type { TenantStep } from "./tenant-steps";

/** What was written, and what comes next. */
export function stepText({ id, kind }: TenantStep, loaded: Loaded, columns: number): string {
    const { environment } = loaded;
    const lines = [
        ...became(kind, id, loaded),
        `The engine's policy pack is told in policies/config/${environment}.json.`,
    ];
    const first = [
        "npm run generate        # writes docs/access.md",
        `npx otap preview ${environment}`,
        `git commit -m "${environment}: tenant ${id} ${kind}" --all`,
    ];
    return [
        `${dataFileOf(environment, "tenants")} is written.\n\n`,
        ...lines.map((line) => indented(line, 0, columns)),
        `\nNext:\n${commands(first)}`,
        indented("and, when that is reviewed, by the pipeline or as the README says:", 0, columns),
        commands([`pulumi up --stack ${environment}`]),
        ...(kind === "leaving"
            ? [`and, when that up has ended well:\n${commands([`npx otap tenants remove ${environment} ${id}`])}`]
            : []),
        ...(kind === "removed" ? ["\n", leftovers(id, loaded, columns)] : []),
    ].join("");
}

const commands = (lines: readonly string[]): string => lines.map((line) => `  ${line}\n`).join("");

function became(kind: TenantStep["kind"], id: string, { settings }: Loaded): readonly string[] {
    const twoSteps = settings.protection;
    switch (kind) {
        case "added":
            return [
                `${id} is added. In Azure it is known by this id only. The application reaches its database, and nobody of its own: addresses and direct access are declared in its row, as ${EXAMPLES} shows.`,
            ];
        case "suspended":
            return [
                `${id} is suspended: after the next up neither the application nor anybody of its own gets in. Database, copy, documents and backups stay.`,
            ];
        case "resumed":
            return [`${id} is active: the next up lets in the application again, and whom its row names.`];
        case "leaving":
            return [
                `${id} is leaving, step 1 of 2: the next up takes off what protects its data, and deletes nothing. Then comes step 2, which takes the row out.`,
            ];
        default:
            return [
                `${id} is removed${twoSteps ? ", step 2 of 2" : ""}: the next up deletes its database, on both servers.`,
                ...(twoSteps
                    ? ["An up must have run since step 1; without it this one is refused, by the protection."]
                    : []),
            ];
    }
}

/** Has rows with both. */
const EXAMPLES = dataFileOf("productie", "tenants");

/** What no `up` takes away. */
function leftovers(id: string, { settings }: Loaded, columns: number): string {
    const { primary, secondary } = settings.regions;
    // Without a server all of a region are listed, those of deleted databases too; names of servers are known in Azure only.
    const lists = [primary, secondary].map(
        (region) =>
            `az sql db ltr-backup list --location ${region} --database-state All \\\n    --query "[?contains(databaseName, '${id}')]"`,
    );
    const container = `az storage container delete --auth-mode login \\\n    --account-name <documents account> --name documents-${id}`;
    return [
        indented("Long-term backups stay until their retention is over:", 0, columns),
        commands(lists),
        ...(settings.protection
            ? [
                  "\n",
                  indented("The container of its documents stays until somebody deletes it:", 0, columns),
                  commands([container]),
              ]
            : []),
    ].join("");
}
