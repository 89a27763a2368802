/** An expression that GitHub or Azure DevOps fills in: `expression("github.sha")` is `${{ github.sha }}`. */
export const expression = (name: string): string => `\${{ ${name} }}`;
