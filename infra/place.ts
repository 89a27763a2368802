import type * as pulumi from "@pulumi/pulumi";
import type { Naming } from "./naming";
import type { Region } from "./regions";

export type Tags = Readonly<Record<string, string>>;

/** What kind of data a resource holds: what customers keep with us, what runs the service, or nothing of theirs. */
export type DataClass = "customer" | "operational" | "none";

/** Where a component's resources go and how they are called: one region of one environment. */
export interface Place {
    readonly region: Region;
    /** True where the settings admit the EEA outside the European Union; false where it is left out. */
    readonly allowEea?: boolean;
    readonly subscriptionId: string;
    readonly resourceGroupName: pulumi.Input<string>;
    readonly naming: Naming;
    /** `environment` and `owner`; each component adds its data class. */
    readonly tags: Tags;
    /** True where what holds data must not be deleted or replaced by a deployment. */
    readonly protect: boolean;
}

/** The tags of a resource at a place, with the class of the data that it holds. */
export const tagsFor = (place: Pick<Place, "tags">, dataClass: DataClass): Tags => ({ ...place.tags, dataClass });
