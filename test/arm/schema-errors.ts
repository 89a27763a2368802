import type { ArmResource } from "../../arm/arm-resource";
import { MicrosoftSchemas } from "../../arm/schemas/microsoft-schemas";

/** Microsoft's schemas in the folder that `ARM_SCHEMAS` names; undefined where it is not set, and then nothing is checked. */
export const schemas: MicrosoftSchemas | undefined = process.env.ARM_SCHEMAS
    ? new MicrosoftSchemas(process.env.ARM_SCHEMAS)
    : undefined;

/** What Microsoft's schemas have against a resource; nothing where there is no schema of its type. */
export const schemaErrors = (resource: ArmResource): string[] => schemas?.errors(resource) ?? [];
