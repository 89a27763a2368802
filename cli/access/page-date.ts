import { ENVIRONMENTS } from "../../stacks/settings/environments";
import type { Street } from "../../stacks/settings/load-street";

/** The day that the page is about: the last on which somebody reviewed or stated something, so that the same files always give the same page. */
export const pageDate = (street: Street): string =>
    ENVIRONMENTS.flatMap((environment) => {
        const { access, attestations } = street[environment].data;
        return [...access.map(({ reviewed }) => reviewed), ...attestations.map(({ date }) => date)];
    })
        .sort()
        .at(-1) ?? "no day yet";
