import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Cloud } from "./cloud";

/** The applications of the played Azure, as who deploys them hears them. */
export interface Sites {
    /** `http://127.0.0.1:<port>`; a site answers under `/<host name>/…`. */
    readonly url: string;
    stop(): Promise<void>;
}

/** An answer of a site. */
export interface SiteAnswer {
    readonly status: number;
    readonly body: string;
}

/**
 * Plays the applications of a cloud: a site whose settings name a release package runs that release, and says so on every path.
 *
 * @param sick versions that start and are never healthy
 */
export async function playSites(cloud: Cloud, sick: readonly string[]): Promise<Sites> {
    const server = createServer((request, response) => {
        const { status, body } = answerOf(cloud, (request.url ?? "").split("/")[1] ?? "", sick);
        response.writeHead(status, { "content-type": "application/json", connection: "close" }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        stop: () => new Promise((resolve) => void server.close(() => resolve())),
    };
}

/** What a site says: the version of its package, or that there is no such site, no package, or no health. */
export function answerOf(cloud: Cloud, host: string, sick: readonly string[]): SiteAnswer {
    const site = cloud.all("Microsoft.Web/sites").find(({ outputs }) => outputs.defaultHostName === host);
    if (site === undefined) {
        return { status: 404, body: "" };
    }
    const release = releaseOf(cloud, site.id);
    if (release === undefined || sick.includes(release)) {
        return { status: 503, body: JSON.stringify({ status: "Unhealthy", release }) };
    }
    return { status: 200, body: JSON.stringify({ status: "Healthy", release }) };
}

/** `https://<store>/releases/<version>-<12 digits>.zip` */
function releaseOf(cloud: Cloud, site: string): string | undefined {
    const settings = cloud.get(`${site}/config/appsettings`)?.body.properties as Record<string, unknown> | undefined;
    return /\/([^/]+)-[0-9a-f]{12}\.zip$/.exec(String(settings?.WEBSITE_RUN_FROM_PACKAGE))?.[1];
}
