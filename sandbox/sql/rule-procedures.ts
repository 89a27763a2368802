import ipaddr from "ipaddr.js";
import { addressOrder } from "./address-order";
import { type DatabaseState, named } from "./database-state";
import type { Parameter, Procedure } from "./procedures";
import { refused } from "./sql-refusals";

const LONGEST_NAME = 128;

/** Types of Microsoft's pages on these procedures: nvarchar(128), and varchar(50) for addresses. */
const NAME: Parameter = { name: "@name", textType: "nvarchar" };

/** `sp_set_database_firewall_rule`: makes a rule, or changes the one of that name. A rule may be named once for IPv4 and once for IPv6. */
export const setRule = (version: 4 | 6, ends: readonly string[]): Procedure => ({
    parameters: [NAME, ...ends.map((end): Parameter => ({ name: end, textType: "varchar" }))],
    apply: (state, [name = "", start = "", end = ""]) => {
        requireName(name);
        [start, end].forEach((address, index) => void requireAddress(address, version, ends[index] ?? ""));
        if (addressOrder(start) > addressOrder(end)) {
            throw refused("wrongRange");
        }
        const known = named(ofVersion(state, version), name);
        const id = known?.id ?? state.lastId + 1;
        const rule = { version, id, name: known?.name ?? name, start, end };
        const rules =
            known === undefined ? [...state.rules, rule] : state.rules.map((one) => (one.id === id ? rule : one));
        return { state: { ...state, rules, lastId: Math.max(id, state.lastId) } };
    },
});

/** `sp_delete_database_firewall_rule`; that a rule that is not there is no error is unverified. */
export const deleteRule = (version: 4 | 6): Procedure => ({
    parameters: [NAME],
    apply: (state, [name = ""]) => {
        requireName(name);
        const id = named(ofVersion(state, version), name)?.id;
        return { state: { ...state, rules: state.rules.filter((rule) => rule.id !== id) } };
    },
});

const ofVersion = ({ rules }: DatabaseState, version: 4 | 6) => rules.filter((rule) => rule.version === version);

function requireName(name: string): void {
    if (name === "") {
        throw refused("noRuleName");
    }
    if (name.length > LONGEST_NAME) {
        throw refused("longRuleName", name.slice(0, LONGEST_NAME));
    }
}

function requireAddress(address: string, version: 4 | 6, parameter: string): void {
    const valid = version === 4 ? ipaddr.IPv4.isValidFourPartDecimal(address) : ipaddr.IPv6.isValid(address);
    if (!valid) {
        throw refused("badValue", parameter.slice(1));
    }
}
