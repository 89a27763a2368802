import type { AzureError } from "./refusal";

/** Azure's answer to a call that it did not carry out, in the words in which azure-native hands it on. */
export class AzureFailure extends Error {
    constructor(readonly answer: AzureError) {
        super(`Status=${answer.status} Code="${answer.code}" Message="${answer.message}"`);
        this.name = "AzureFailure";
    }
}

/** The connection broke before an answer came: whether the call had an effect is not known. */
export class ConnectionLost extends Error {
    constructor() {
        super("read tcp: connection reset by peer");
        this.name = "ConnectionLost";
    }
}

/** A call that Azure accepted, and whose long-running operation then failed: the object is there. */
export class OperationFailed extends Error {
    constructor(readonly answer: AzureError) {
        super(`Code="${answer.code}" Message="${answer.message}"`);
        this.name = "OperationFailed";
    }
}
