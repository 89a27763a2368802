/** Why the scan could not be done at all, in one sentence and what to do about it. Shown without a stack trace. */
export class ScanRefusal extends Error {
    override readonly name = "ScanRefusal";
}
