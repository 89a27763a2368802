import { AzureFailure, ConnectionLost } from "./azure-failure";

/** azure-native waits 20, 60 and 120 seconds (azure/client_azcore.go); here a thousandth of that. */
export const RETRY_DELAYS_MS: readonly number[] = [20, 60, 120];

const RETRIED_STATUSES = new Set([408, 429, 500, 502, 503, 504]);

/** Calls Azure as azure-native does: again after some failures, three times at most. */
export async function retrying<T>(call: () => Promise<T>, delays = RETRY_DELAYS_MS): Promise<T> {
    try {
        return await call();
    } catch (error) {
        const [delay, ...others] = delays;
        if (delay === undefined || !isRetried(error)) {
            throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, delay));
        return retrying(call, others);
    }
}

/** Of all conflicts only the one that passes by itself is tried again; a connection that broke is, by Azure's SDK for Go [inferred]. */
function isRetried(error: unknown): boolean {
    if (error instanceof ConnectionLost) {
        return true;
    }
    if (!(error instanceof AzureFailure)) {
        return false;
    }
    const { status, code } = error.answer;
    return RETRIED_STATUSES.has(status) || (status === 409 && code === "AnotherOperationInProgress");
}
