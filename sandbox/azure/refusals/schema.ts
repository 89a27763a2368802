import { MicrosoftSchemas } from "../../../arm/schemas/microsoft-schemas";
import type { Refusal } from "../refusal";
import { badRequest } from "./answers";

let schemas: MicrosoftSchemas | undefined;

/** Read when they are first asked: they take a while, and most runs have none. */
function present(): MicrosoftSchemas | undefined {
    const folder = process.env.ARM_SCHEMAS;
    if (folder) {
        schemas ??= new MicrosoftSchemas(folder);
    }
    return folder ? schemas : undefined;
}

export const SCHEMA_REFUSALS: readonly Refusal[] = [
    {
        id: "body-against-schema",
        title: "A body that Microsoft's own schema of its type does not allow, or has fields that it does not know; judged where `ARM_SCHEMAS` names their folder.",
        source: "Azure/azure-resource-manager-schemas; code and message [U]",
        methods: ["PUT"],
        judge: ({ arm }) => {
            const errors = present()?.errors(arm) ?? [];
            return errors.length === 0
                ? undefined
                : badRequest("InvalidRequestContent", `The request content was invalid: ${errors.join("; ")}.`);
        },
    },
];
