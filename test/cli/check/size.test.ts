import { checkStacks } from "../../../cli/check/check-stacks";
import { parseJson } from "../../../cli/check/parse-json";
import { recognise } from "../../../cli/check/recognise";
import { loadStreet } from "../../../stacks/settings/load-street";
import { ROOT, resolved } from "../../street";

const STREET = loadStreet(ROOT);

/** An export of our ontwikkeling so many times over, each with URNs, names and tenants of its own. */
async function exported(copies: number): Promise<string> {
    const text = JSON.stringify((await resolved("ontwikkeling")).resources);
    const resources = Array.from({ length: copies }, (_, copy) =>
        text
            .slice(1, -1)
            .replace(/urn:pulumi:[^"]*/g, (urn) => `${urn}-${copy}`)
            .replaceAll("-advisor-ontwikkeling", `-advisor-c${copy}`)
            .replace(/t-d3v(\d+)/g, (_whole, tenant) => `t-d${copy}v${tenant}`),
    );
    return `{"version":3,"deployment":{"resources":[${resources.join(",")}]}}`;
}

/** Processor time in milliseconds: other work on the machine must not count. */
function check(text: string) {
    const before = process.cpuUsage();
    const given = recognise(parseJson(text, "'export.json'"), "'export.json'");
    const [stack] = checkStacks({ given, today: "2026-11-23", street: () => STREET });
    const { user, system } = process.cpuUsage(before);
    return { ms: (user + system) / 1000, resources: stack?.resources.length ?? 0, own: stack?.own };
}

describe("a check of a large export", () => {
    it("takes 20,000 resources, and ten times the time of a tenth of them at most, with some air", async () => {
        check(await exported(1));
        const small = check(await exported(6));
        const large = check(await exported(60));
        expect(small.resources).toBeGreaterThan(2000);
        expect(large).toMatchObject({ resources: small.resources * 10, own: true });
        // Some six seconds here; what grows with the square would take a hundred times the time of the small one.
        expect(large.ms).toBeLessThan(25 * small.ms);
    });
});
