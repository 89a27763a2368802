import type { AzureError } from "../refusal";

export const badRequest = (code: string, message: string): AzureError => ({ status: 400, code, message });
export const notFound = (code: string, message: string): AzureError => ({ status: 404, code, message });
export const conflict = (code: string, message: string): AzureError => ({ status: 409, code, message });
