/** The container of the release packages; those of customers' documents begin with the word for a tenant. */
export const PACKAGES_CONTAINER = "releases";
