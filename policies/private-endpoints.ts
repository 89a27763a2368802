import type { ResourceView } from "./model";
import { list } from "./show";

/** True for a private endpoint to a part of a service. A connection that waits for approval by hand does not count. */
export const leadsTo = ({ props }: ResourceView, groupId: string): boolean =>
    list(props.privateLinkServiceConnections).some((connection) => list(connection?.groupIds).includes(groupId));
