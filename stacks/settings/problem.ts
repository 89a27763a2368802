/** A mistake that does not yet know its file. */
export interface Problem {
    readonly path: readonly PropertyKey[];
    readonly message: string;
}
