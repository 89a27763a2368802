import type { ArmResource } from "../../arm/arm-resource";
import type { Cloud, CloudObject } from "./cloud";

/** What is asked of Azure: to write an object whole, or to delete it. */
export interface CloudRequest {
    readonly method: "PUT" | "DELETE";
    readonly id: string;
    readonly arm: ArmResource;
    /** The object as it stands before; undefined where it does not exist. */
    readonly existing: CloudObject | undefined;
}

/** Azure's answer when it does not do what was asked. */
export interface AzureError {
    readonly status: number;
    readonly code: string;
    readonly message: string;
}

/** One thing that Azure refuses. */
export interface Refusal {
    /** Kebab-case; the table in the documentation is sorted by it. */
    readonly id: string;
    /** One sentence: what is refused. */
    readonly title: string;
    /** Where the fact is from: a document, an issue (`owner/repo#n`), Microsoft's specification; `[U]` where it is unverified. */
    readonly source: string;
    /** ARM types that it looks at; all where it is left out. */
    readonly types?: readonly string[];
    readonly methods: readonly CloudRequest["method"][];
    judge(request: CloudRequest, cloud: Cloud): AzureError | undefined;
}
