import type { Environment } from "./model";

/** How an environment is written as a part of a name: our own word and its short form, and what others call it. */
const WORDS: Readonly<Record<Environment, readonly string[]>> = {
    ontwikkeling: ["ontwikkeling", "ontw", "ont", "dev", "development"],
    test: ["test", "tst"],
    acceptatie: ["acceptatie", "acc", "acceptance", "uat"],
    productie: ["productie", "prd", "prod", "production"],
};

const ENVIRONMENTS = Object.keys(WORDS) as readonly Environment[];

/** Long enough to be no accident inside another word, as in the name of a storage account, which has no hyphens. */
const LONG = 8;

/** The environments that a name speaks of: by a part of it, `sql-figlo-prd-weu`, also with a number behind it, `test2`. */
export function environmentsIn(name: string): readonly Environment[] {
    const plain = name.toLowerCase();
    const parts = plain.split(/[^a-z0-9]+/).map((part) => part.replace(/\d+$/, ""));
    const isWhole = parts.length === 1;
    return ENVIRONMENTS.filter((environment) =>
        WORDS[environment].some(
            (word) => parts.includes(word) || (isWhole && word.length > LONG && plain.includes(word)),
        ),
    );
}

/** Those that a host outside Azure speaks of: by their full names only, since `test.example` may be anybody's. */
export const environmentsInHost = (host: string): readonly Environment[] => {
    const parts = host.toLowerCase().split(/[^a-z0-9]+/);
    return ENVIRONMENTS.filter((environment) => environment.length > LONG && parts.includes(environment));
};
