import { Cloud } from "../../../sandbox/azure/cloud";
import { answerOf, playSites } from "../../../sandbox/azure/sites";

const SITE = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Web/sites/app";
const HOST = "app.azurewebsites.net";

function cloud(packageUrl?: string): Cloud {
    const played = new Cloud();
    const object = { apiVersion: "2025-05-01", declared: true };
    played.write({ ...object, id: SITE, type: "Microsoft.Web/sites", body: {}, outputs: { defaultHostName: HOST } });
    if (packageUrl !== undefined) {
        const body = { properties: { WEBSITE_RUN_FROM_PACKAGE: packageUrl } };
        played.write({
            ...object,
            id: `${SITE}/config/appsettings`,
            type: "Microsoft.Web/sites/config",
            body,
            outputs: {},
        });
    }
    return played;
}

const PACKAGE = "https://store.blob.core.windows.net/releases/3.9.0-rc.1-0123456789ab.zip";

describe("a site of the played Azure", () => {
    it("reports the release of the package that its settings name", () => {
        const { status, body } = answerOf(cloud(PACKAGE), HOST, []);
        expect(status).toBe(200);
        expect(JSON.parse(body)).toEqual({ status: "Healthy", release: "3.9.0-rc.1" });
    });

    it.each([
        ["without settings", undefined],
        ["without a package", "1"],
    ])("is not healthy %s", (_, url) => {
        expect(answerOf(cloud(url), HOST, []).status).toBe(503);
    });

    it("is not healthy on a release that was asked to be sick", () => {
        expect(answerOf(cloud(PACKAGE), HOST, ["3.9.0-rc.1"]).status).toBe(503);
        expect(answerOf(cloud(PACKAGE), HOST, ["3.9.0"]).status).toBe(200);
    });

    it("does not answer for another", () => {
        expect(answerOf(cloud(PACKAGE), "other.azurewebsites.net", []).status).toBe(404);
    });

    it("answers on this machine, under its host name, until it is stopped", async () => {
        const sites = await playSites(cloud(PACKAGE), []);
        expect(sites.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
        expect(await (await fetch(`${sites.url}/${HOST}/health`)).json()).toMatchObject({ release: "3.9.0-rc.1" });
        await sites.stop();
        await expect(fetch(`${sites.url}/${HOST}/health`)).rejects.toThrow();
    });
});
