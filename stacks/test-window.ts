import { type Block, between, toCidrs } from "./settings/address-math";
import type { Settings } from "./settings/settings";

/**
 * The settings as they hold on a day: while the window of a security test is open, the SQL servers and the front-ends admit the testers'
 * addresses as well. Before its first and after its last day nothing of it is left.
 *
 * @param today ISO date.
 */
export function withTestWindow(settings: Settings, today: string): Settings {
    const { testWindow, sql, web } = settings;
    if (testWindow === undefined || today < testWindow.from || today > testWindow.until) {
        return settings;
    }
    const { addresses, reason, until } = testWindow;
    const rules = addresses.map((range) => ({ ...range, name: `${RULE_PREFIX}${range.name}`, reason, until }));
    const blocks = addresses.flatMap(({ start, end }) => toCidrs(between(start, end) as Block));
    return {
        ...settings,
        sql: { ...sql, firewall: [...sql.firewall, ...rules] },
        // Front-ends of an environment that is open to the internet are open to testers too.
        web: {
            ...web,
            visitors: web.visitors === "internet" ? "internet" : [...new Set([...web.visitors, ...blocks])],
        },
    };
}

/** Tells the rules of a test from those that stay. */
export const RULE_PREFIX = "security-test-";
