import type { Cloud, CloudObject } from "../cloud";
import type { CloudRequest } from "../refusal";
import { textAt } from "./body";
import { lastOf, sameText } from "./ids";

/** What gives the same principal the same role at the same place under another name. */
export function sameGrant({ id, arm }: CloudRequest, cloud: Cloud): CloudObject | undefined {
    const isAlike = (path: string, other: CloudObject): boolean =>
        sameText(lastOf(textAt(other.body, path) ?? ""), lastOf(textAt(arm.body, path) ?? ""));
    return cloud
        .all(arm.type)
        .find(
            (one) =>
                !sameText(one.id, id) &&
                sameText(placeOf(one.id), placeOf(id)) &&
                isAlike("properties.principalId", one) &&
                isAlike("properties.roleDefinitionId", one),
        );
}

const placeOf = (id: string): string => id.slice(0, id.lastIndexOf("/"));
