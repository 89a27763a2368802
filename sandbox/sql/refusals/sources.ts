export const ERRORS = 'Microsoft, "Database engine events and errors"';
export const AZURE_ERRORS = 'Microsoft, "SQL error codes for SQL Database client applications"';
export const answeredUnverified = `${ERRORS}; that this statement answers so [U]`;
