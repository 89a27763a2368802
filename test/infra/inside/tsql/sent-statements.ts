import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { dynamic } from "@pulumi/pulumi";
import { Connection, type Request } from "tedious";
import { ROOT } from "../../../street";

const FOLDER = "infra/inside";

/** Files of the providers of what lies inside databases. */
export const providerFiles = (): readonly string[] =>
    readdirSync(join(ROOT, FOLDER)).filter((file) => file.endsWith("-provider.ts"));

/** What a provider is asked to keep, and then to keep instead. */
export interface Exercise {
    readonly first: object;
    readonly later: object;
}

/**
 * Every statement that a provider sends when something is made, read, changed, read and taken away. An answer that is an error ends a step, not the
 * exercise: what was sent was sent.
 */
export async function sentStatements(file: string, { first, later }: Exercise): Promise<readonly string[]> {
    const { provider } = require(join(ROOT, FOLDER, file)) as { readonly provider: dynamic.ResourceProvider };
    const sent = new Set<string>();
    const spies = (["execSql", "execSqlBatch"] as const).map((method) => {
        const original = Connection.prototype[method];
        return jest.spyOn(Connection.prototype, method).mockImplementation(function (
            this: Connection,
            request: Request,
        ) {
            sent.add(String(request.sqlTextOrProcedure));
            original.call(this, request);
        });
    });
    try {
        const made = await settled(provider.create(first));
        const before = made?.outs ?? first;
        await settled(provider.read?.("id", before));
        const changed = await settled(provider.update?.("id", before, later));
        const after = changed?.outs ?? before;
        await settled(provider.read?.("id", after));
        await settled(provider.delete?.("id", after));
    } finally {
        spies.forEach((spy) => void spy.mockRestore());
    }
    return [...sent];
}

const settled = <T>(step: Promise<T> | undefined): Promise<T | undefined> =>
    step?.catch(() => undefined) ?? Promise.resolve(undefined);
