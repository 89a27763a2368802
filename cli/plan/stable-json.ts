/** JSON with sorted keys and two spaces: the same value gives the same bytes. */
export const stableJson = (value: unknown): string => `${JSON.stringify(sorted(value), undefined, 2)}\n`;

function sorted(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(sorted);
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    const object = value as Record<string, unknown>;
    return Object.fromEntries(
        Object.keys(object)
            .sort()
            .map((key) => [key, sorted(object[key])]),
    );
}
