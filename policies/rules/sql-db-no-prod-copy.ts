import { DATABASE } from "../azure-types";
import { isTransient } from "../data-class";
import { isGiven, isMark, UndecidedError } from "../marks";
import type { ResourceView } from "../model";
import { parseResourceId } from "../resource-id";
import { type Report, stackRule } from "../rule";
import { isIdOf } from "../same-resource";
import { found, show, text } from "../show";
import { COPY_SOURCES, isReplica } from "../sql-relations";

/** How names and stacks say that they are of productie: by a whole word, as `rg-figlo-productie` or `kv-prd-weu`; `pre-prod` is none. */
const PRODUCTIE = /(?<![a-z]|(geen|niet|non|not|pre)[^a-z0-9])(productie|production|prod|prd)(?![a-z])/i;

/**
 * In productie a copy is transient, or the replica of a database of the plan. Elsewhere it is made of a database of the plan; an
 * original outside the plan is productie's where its id or its stack says so by a name, and undecided where nothing does.
 */
export const sqlDbNoProdCopy = stackRule([DATABASE], (database, report, { config }) => {
    const { createMode } = database.props;
    if (!isGiven(createMode) || text(createMode).toLowerCase() === "default") {
        return;
    }
    if (config.environment === "productie") {
        if (!isTransient(database) && !isReplica(database)) {
            report(`${found("createMode", createMode)}, and nothing says that it is a transient copy`);
        }
        return;
    }
    const sources = COPY_SOURCES.filter((property) => database.has(property));
    if (sources.length === 0) {
        report(`${found("createMode", createMode)}, and nothing says of what it is a copy`);
    }
    for (const property of sources) {
        judgeSource(database, property, report);
    }
});

function judgeSource(database: ResourceView, property: string, report: Report): void {
    const value = database.inputs[property];
    const others = database.dependenciesOf(property).filter(({ type }) => type === "pulumi:pulumi:StackReference");
    const [productie] = [...(isMark(value) ? [] : [value]), ...others.flatMap(namesOf)].filter((name) =>
        PRODUCTIE.test(text(name)),
    );
    if (productie !== undefined) {
        report(`${property} is of productie: ${show(productie)}`);
    } else if (others.length > 0 || !isInPlan(database, property)) {
        throw new UndecidedError(`the environment of ${property} is not in the plan`);
    }
}

/** A reference is to `organisation/project/stack`, and is called so where its program says nothing else. */
const namesOf = ({ name, inputs }: ResourceView): readonly unknown[] => [inputs.name, name];

function isInPlan(database: ResourceView, property: string): boolean {
    const originals = database.references(property, DATABASE);
    const id = parseResourceId(text(database.inputs[property]));
    return id === undefined ? originals.length > 0 : originals.some((original) => isIdOf(id, original) === true);
}
