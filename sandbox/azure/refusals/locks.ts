import type { Cloud, CloudObject } from "../cloud";
import type { CloudRequest, Refusal } from "../refusal";
import { conflict } from "./answers";
import { textAt } from "./body";
import { within } from "./ids";

const LOCKS = "Microsoft.Authorization/locks";

/** What a lock binds: what it stands on, and everything inside. */
const scopeOf = ({ id }: CloudObject): string =>
    id.slice(0, id.toLowerCase().lastIndexOf(`/providers/${LOCKS.toLowerCase()}`));

/** A lock binds no lock: whoever may manage locks takes it away. */
const isLock = ({ arm }: CloudRequest): boolean => arm.type.toLowerCase() === LOCKS.toLowerCase();

const ofLevel = (cloud: Cloud, level?: string): readonly CloudObject[] =>
    cloud.all(LOCKS).filter(({ body }) => level === undefined || textAt(body, "properties.level") === level);

const locked = (request: CloudRequest, action: string, locks: readonly CloudObject[]) =>
    isLock(request) || locks.length === 0
        ? undefined
        : conflict(
              "ScopeLocked",
              `The scope '${request.id}' cannot perform ${action} operation because following scope(s) are locked: ` +
                  `'${locks.map(scopeOf).join(",")}'. Please remove the lock and try again.`,
          );

export const LOCK_REFUSALS: readonly Refusal[] = [
    {
        id: "lock-refuses-delete",
        title: "A lock refuses the deletion of what it stands on, of everything inside, and of everything around it.",
        source: "hashicorp/terraform-provider-azurerm#10013, #22866",
        methods: ["DELETE"],
        judge: (request, cloud) =>
            locked(
                request,
                "delete",
                ofLevel(cloud).filter((lock) => within(request.id, scopeOf(lock)) || within(scopeOf(lock), request.id)),
            ),
    },
    {
        id: "lock-read-only-refuses-write",
        title: "A lock of level ReadOnly refuses every change of what it stands on and of everything inside.",
        source: "documentation of Microsoft.Authorization/locks 2020-05-01; what else it blocks [U]",
        methods: ["PUT"],
        judge: (request, cloud) =>
            locked(
                request,
                "write",
                ofLevel(cloud, "ReadOnly").filter((lock) => within(request.id, scopeOf(lock))),
            ),
    },
];
