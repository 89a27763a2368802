import type { Refusal } from "./refusal";

/** What azure-native itself refuses, before Azure is asked or by its answer to a GET; for the documentation. */
export const PROVIDER_REFUSALS: readonly Pick<Refusal, "id" | "title" | "source">[] = [
    {
        id: "existing-resource",
        title: "What exists already is not created: 'cannot create already existing resource'.",
        source: "pulumi/pulumi-azure-native, azure/client_azcore.go, CanCreate",
    },
    {
        id: "existing-subresource",
        title: "A setting that can be deleted is taken over only in its default state: 'cannot create already existing subresource'.",
        source: "pulumi/pulumi-azure-native, azure/client_azcore.go, CanCreate; defaults/defaultResourcesState.go",
    },
    {
        id: "input-limits",
        title: "An input that is too short, too long or of other characters than the path parameter's specification has.",
        source: "pulumi/pulumi-azure-native, provider.go, validateProperty; the limits themselves are [U]",
    },
    {
        id: "input-types",
        title: "A text, a number or a list where an input has another type. A truth value passes anywhere, and an object for a plain value: Azure answers those.",
        source: "pulumi/pulumi-azure-native, provider.go, validateProperty; the typings of @pulumi/azure-native 3.28.0, which do not tell whole numbers from others",
    },
    {
        id: "required-inputs",
        title: "A resource without an input that it must have, also inside an input.",
        source: "pulumi/pulumi-azure-native, provider.go, Check and validateType; the classes and typings of @pulumi/azure-native 3.28.0",
    },
    {
        id: "subscription-not-configured",
        title: "A resource in no subscription: azure-native:subscriptionId is not configured.",
        source: "the sandbox: nobody is logged in, so there is no default",
    },
    {
        id: "unknown-function",
        title: "A function of azure-native other than getClientConfig and get… of a type that is played.",
        source: "the sandbox: it does not play it",
    },
    {
        id: "unknown-type",
        title: "A resource type that arm/services has no row for.",
        source: "the sandbox: it does not play it",
    },
];
