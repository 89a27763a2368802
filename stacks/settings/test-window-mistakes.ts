import { RULE_PREFIX } from "../test-window";
import type { AccessGrant } from "./data-files";
import type { Settings } from "./settings";
import type { Mistake } from "./settings-error";

/** The names of the two files, for messages. */
export interface WindowFiles {
    readonly settings: string;
    readonly access: string;
}

/**
 * Where the test window and the rights of security testers do not tell of one and the same test, and where the window could not open.
 * Mistakes rather than findings: both are files of the same reviewed change, no date decides it, and whatever is right of the two, the
 * other lets somebody in.
 */
export function testWindowMistakes(
    files: WindowFiles,
    settings: Settings,
    access: readonly AccessGrant[],
): readonly Mistake[] {
    return [...namesakes(files, settings), ...otherTests(files, settings, access)];
}

/** Rules of a server that would have one name from the first day of the test on. */
function namesakes(files: WindowFiles, { testWindow, sql }: Settings): readonly Mistake[] {
    const taken = sql.firewall.map(({ name }) => name);
    return (testWindow?.addresses ?? []).flatMap(({ name }, index) => {
        const message = `the rule of it would be called '${RULE_PREFIX}${name}', as one of sql.firewall is; choose another name`;
        const path = `testWindow.addresses[${index}].name`;
        return taken.includes(`${RULE_PREFIX}${name}`) ? [{ file: files.settings, path, message }] : [];
    });
}

function otherTests(files: WindowFiles, { testWindow }: Settings, access: readonly AccessGrant[]): readonly Mistake[] {
    const testers = access.flatMap(({ role, group, until }, index) =>
        role === "security-tester" ? [{ path: `access[${index}]`, group, until }] : [],
    );
    if (testWindow === undefined) {
        const message = `a security test is not declared; add figlo-advisor:testWindow to ${files.settings}, or remove the right`;
        return testers.map(({ path }) => ({ file: files.access, path, message }));
    }
    if (testers.length === 0) {
        const message = `nobody tests: ${files.access} has no security-tester; add one that ends on ${testWindow.until}, or remove the window`;
        return [{ file: files.settings, path: "testWindow", message }];
    }
    return testers
        .filter(({ until }) => until !== testWindow.until)
        .map(({ path, group, until }) => ({
            file: files.access,
            path: `${path}.until`,
            message: `'${group}' tests until ${until} and the window closes on ${testWindow.until}; a test has one end, so write the same day in both`,
        }));
}
