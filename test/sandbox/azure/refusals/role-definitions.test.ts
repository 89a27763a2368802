import { ROLE_DEFINITION_REFUSALS } from "../../../../sandbox/azure/refusals/role-definitions";
import { describeRefusals } from "./describe-refusals";
import type { Asked } from "./played-street";

const NEW = "3f0b2c64-1d7e-4a95-8c2b-6e9d4f7a1b08";

const role = (method: Asked["method"], change: Asked["change"] = {}): Asked => ({
    method,
    type: "authorization:RoleDefinition",
    name: "people-role-site-restarter",
    change,
});

const put = (change: Asked["change"]): Asked => role("PUT", change);

describeRefusals("roles of one's own", ROLE_DEFINITION_REFUSALS, {
    "role-definition-name": {
        refused: put({ roleDefinitionId: "site-restarter", roleName: "Another" }),
        allowed: put({ roleDefinitionId: NEW, roleName: "Another" }),
        message: "must be a GUID",
    },
    "role-definition-scopes": {
        refused: put({ assignableScopes: [] }),
        allowed: put({ description: "Restarts them." }),
        message: "at least one assignable scope",
    },
    "role-definition-same-name": {
        refused: put({ roleDefinitionId: NEW }),
        allowed: put({ roleDefinitionId: NEW, roleName: "Site restarter (of somebody else)" }),
        message: "already exists in this directory",
    },
    "role-definition-given": {
        given: [put({ roleDefinitionId: NEW, roleName: "Nobody's" })],
        refused: role("DELETE"),
        allowed: role("DELETE", { roleDefinitionId: NEW }),
        message: "existing role assignments",
    },
});
