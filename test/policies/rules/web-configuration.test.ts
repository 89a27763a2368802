import { compliant } from "../compliant-stack";
import { type ExampleStack, UNKNOWN } from "../example-stack";

describe("web-cors-no-star", () => {
    const origins = (allowedOrigins: unknown) =>
        compliant().set("site", "siteConfig.cors", { allowedOrigins }).found("web-cors-no-star");

    it("passes an empty list and whole origins over HTTPS", () => {
        expect(origins([])).toEqual([]);
        expect(origins(["https://figlo.example", "HTTPS://advisor.figlo.example:8443"])).toEqual([]);
    });

    it.each(["*", " * ", "https://*", "https://*.figlo.example", "http://figlo.example", "null", "", null, 7])(
        "refuses %p in the list",
        (origin) => {
            expect(origins(["https://figlo.example", origin])).toHaveLength(1);
        },
    );

    it("refuses a text, which is no list", () => {
        expect(origins("*")).toEqual(["site: siteConfig.cors.allowedOrigins is '*'"]);
        expect(origins(null)).toEqual(["site: siteConfig.cors.allowedOrigins is not set"]);
    });

    it("judges a slot too", () => {
        const slot = { siteConfig: { cors: { allowedOrigins: ["*"] } } };
        expect(compliant().plus("web:WebAppSlot", "slot", slot).found("web-cors-no-star")).toEqual([
            "slot: siteConfig.cors.allowedOrigins holds '*'",
        ]);
    });
});

describe("web-health-check", () => {
    const path = (healthCheckPath: unknown) =>
        compliant().set("site", "siteConfig.healthCheckPath", healthCheckPath).found("web-health-check");

    it.each(["/", "//", "/?deep=true", "/#", " ", "health", null, 7])("takes %p for no health check", (value) => {
        expect(path(value)).toHaveLength(1);
    });

    it("passes a path of its own", () => {
        expect(path("/api/health?deep=true")).toEqual([]);
    });
});

describe("web-http-logs", () => {
    const found = (stack: ExampleStack) => stack.found("web-http-logs");
    const logs = (...each: readonly object[]) => found(compliant().set("site-logs", "logs", each));

    it("wants requests and administration in a workspace", () => {
        expect(found(compliant().without("site-logs"))).toEqual([
            "site: no diagnostic setting sends its AppServiceHTTPLogs to a workspace",
            "site: no diagnostic setting sends its AppServiceAuditLogs to a workspace",
        ]);
        expect(found(compliant().set("site-logs", "workspaceId", " "))).toHaveLength(2);
        expect(found(compliant().set("site-logs", "workspaceId", UNKNOWN))).toEqual([]);
    });

    it("takes categories by name, and the group of audit logs for those only", () => {
        const http = { category: "AppServiceHTTPLogs", enabled: true };
        expect(logs(http, { category: "AppServiceAuditLogs", enabled: true })).toEqual([]);
        expect(logs(http, { categoryGroup: "audit", enabled: true })).toEqual([]);
        expect(logs({ categoryGroup: "audit", enabled: true })).toEqual([
            "site: no diagnostic setting sends its AppServiceHTTPLogs to a workspace",
        ]);
    });

    it.each([false, "true", undefined])("does not count a category whose enabled is %p", (enabled) => {
        expect(logs({ categoryGroup: "allLogs", enabled })).toHaveLength(2);
    });

    it("lets a resource beside the site decide, which is written after it", () => {
        const beside = (stack: ExampleStack, httpLogs: unknown) =>
            found(stack.plus("web:WebAppDiagnosticLogsConfiguration", "logs-beside", { httpLogs }, { name: ["site"] }));
        const inside = compliant();
        const nothingInside = compliant().unset("site", "siteConfig.httpLoggingEnabled");
        expect(beside(nothingInside, { fileSystem: { enabled: true } })).toEqual([]);
        expect(beside(nothingInside, { azureBlobStorage: { enabled: true } })).toEqual([]);
        expect(beside(inside, undefined)).toEqual(["site: httpLogs.fileSystem.enabled of its logs is not set"]);
        expect(beside(inside, { fileSystem: { enabled: false } })).toHaveLength(1);
    });

    it("wants all of it of a slot, which has settings of its own", () => {
        expect(found(compliant().plus("web:WebAppSlot", "slot", {}, { name: ["site"] }))).toHaveLength(3);
    });

    it("is undecided where a setting may be on anything", () => {
        const stack = compliant()
            .without("site-logs")
            .plus("monitor:DiagnosticSetting", "somewhere", { resourceUri: UNKNOWN });
        expect(found(stack)).toEqual(["site: undecided, resourceUri of somewhere is not known before deployment"]);
    });
});

describe("web-vnet-integration", () => {
    const found = (stack: ExampleStack) => stack.found("web-vnet-integration");
    const outside = compliant().unset("site", "virtualNetworkSubnetId");

    it("wants a subnet, in the site or beside it", () => {
        const report = ["site: virtualNetworkSubnetId is not set, so that it reaches SQL past the network"];
        expect(found(outside)).toEqual(report);
        expect(found(outside.set("site", "virtualNetworkSubnetId", " "))).toEqual(report);
        const beside = (subnetResourceId: unknown) =>
            outside.plus(
                "web:WebAppSwiftVirtualNetworkConnection",
                "connection",
                { subnetResourceId },
                { name: ["site"] },
            );
        expect(found(beside(UNKNOWN))).toEqual([]);
        expect(found(beside(""))).toEqual(report);
    });

    it("reads routing by its newer name, which has the last word", () => {
        const routed = (outboundVnetRouting: unknown, vnetRouteAllEnabled?: boolean) =>
            found(
                compliant()
                    .set("site", "siteConfig.vnetRouteAllEnabled", vnetRouteAllEnabled)
                    .set("site", "outboundVnetRouting", outboundVnetRouting),
            );
        expect(routed({ allTraffic: true })).toEqual([]);
        expect(routed({ applicationTraffic: true })).toEqual([]);
        expect(routed({ imagePullTraffic: true })).toEqual(["site: siteConfig.vnetRouteAllEnabled is not set"]);
        expect(routed({ applicationTraffic: false }, true)).toEqual([
            "site: outboundVnetRouting.applicationTraffic is false",
        ]);
    });

    it("asks nothing of a site where there is no SQL server", () => {
        expect(found(outside.without("server", "partner"))).toEqual([]);
    });
});
