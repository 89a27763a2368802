import type { SqlRefusal } from "../sql-refusal";
import { ERRORS } from "./sources";

/** Of a procedure that is called. */
export const CALL_REFUSALS = {
    missingParameter: {
        number: 201,
        text: "Procedure or function '%s' expects parameter '%s', which was not supplied.",
        title: "A call without a parameter of the procedure.",
        source: ERRORS,
    },
    otherType: {
        number: 214,
        text: "Procedure expects parameter '%s' of type '%s'.",
        title: "Text of another type than a firewall procedure's parameter has: `N'…'` for a name, `'…'` for an address.",
        source: `${ERRORS}; that these procedures convert nothing is from the page on sp_delete_firewall_rule, that they answer so [U]`,
    },
    noProcedure: {
        number: 2812,
        text: "Could not find stored procedure '%s'.",
        title: "A procedure that is not played.",
        source: ERRORS,
    },
    extraParameter: {
        number: 8145,
        text: "%s is not a parameter for procedure %s.",
        title: "A parameter that the procedure does not have.",
        source: ERRORS,
    },
    parameterType: {
        number: 8016,
        text: "The incoming tabular data stream (TDS) remote procedure call (RPC) protocol stream is incorrect. Parameter %s: the data type is not played.",
        title: "A parameter of another type than text, numbers, bits, bytes and GUIDs.",
        source: `${ERRORS}; the words after the number are this stand-in's [U]`,
    },
} as const satisfies Readonly<Record<string, SqlRefusal>>;
