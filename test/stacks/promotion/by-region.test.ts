import type { Planned } from "../../planned";
import { previewed } from "../../street";
import { allBefore } from "../all-before";

describe("a release in the regions of an environment", () => {
    let plan: Planned;

    beforeAll(async () => {
        plan = await previewed("ontwikkeling");
    });

    const GATE = "pulumi-nodejs:dynamic/figlo:HealthGate";
    const settings = (name: string) => plan.one("web:WebAppApplicationSettings", `${name}-settings`);
    const gate = (role: string) => plan.one(GATE, `${role}-health`);

    it("starts in the first when both sites of the second are well", () => {
        for (const site of ["back-end", "front-end"]) {
            expect(gate("secondary").dependencies).toContain(settings(`secondary-${site}`).urn);
            expect(settings(`primary-${site}`).dependencies).toContain(gate("secondary").urn);
            expect(allBefore(settings(`secondary-${site}`), plan)).not.toContain(gate("primary").urn);
            expect(gate("primary").dependencies).toContain(settings(`primary-${site}`).urn);
        }
    });

    it("is waited for by version, package and health path, for a quarter of an hour", () => {
        expect(gate("secondary").inputs).toEqual({
            hosts: [{ $unknown: true }, { $unknown: true }],
            path: "/health",
            version: "3.8.1",
            digest: expect.stringMatching(/^sha256:/),
            minutes: 15,
        });
    });

    it("leaves everything else of the first region in peace: it is made before, so that a first deployment gets far", () => {
        const waiting = plan.resources.filter((resource) => allBefore(resource, plan).has(gate("secondary").urn));
        expect(waiting.map(({ name }) => name).sort()).toEqual([
            "primary-back-end-settings",
            "primary-domain-binding",
            "primary-domain-certificate",
            "primary-domain-tls",
            "primary-front-end-settings",
            "primary-health",
            "release",
        ]);
    });

    it("is recorded when the gate of each region has opened for it", () => {
        const record = plan.one("pulumi-nodejs:dynamic/figlo:ReleaseRecord");
        const { version, digest } = gate("primary").inputs;
        expect(record.inputs.healthy).toEqual([
            { version, digest },
            { version, digest },
        ]);
        expect(record.propertyDependencies.healthy).toEqual([gate("primary").urn, gate("secondary").urn]);
    });

    it("is recorded with what the settings say of it", () => {
        expect(plan.one("pulumi-nodejs:dynamic/figlo:ReleaseRecord").inputs).toMatchObject({
            environment: "ontwikkeling",
            accepted: [],
            release: { version: "3.8.1", approver: "release manager", commit: expect.stringMatching(/^[0-9a-f]{40}$/) },
        });
    });
});
