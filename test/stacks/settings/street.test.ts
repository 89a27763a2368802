import { ENVIRONMENTS } from "../../../stacks/settings/environments";
import { streetMistakes } from "../../../stacks/settings/street";
import { settingsWith } from "./examples";

type Changes = Parameters<typeof settingsWith>[1];

/** The mistakes of the real street in which some settings are others. */
const street = (changes: Partial<Record<(typeof ENVIRONMENTS)[number], Changes>> = {}): readonly string[] =>
    streetMistakes(ENVIRONMENTS.map((environment) => settingsWith(environment, changes[environment]))).map(
        ({ file, path, message }) => `${file} ${path}: ${message}`,
    );

const shared = [["subscriptionId"], settingsWith("test").subscriptionId] as const;
const vaults = [["operatorVaults"], settingsWith("test").operatorVaults] as const;

describe("the street", () => {
    it("has no mistake as it is shipped", () => {
        expect(street()).toEqual([]);
    });

    it("has one owner of a subscription that two environments share", () => {
        expect(street({ ontwikkeling: [shared, vaults] })).toEqual([
            "Pulumi.test.yaml ownsSubscription: true here and in Pulumi.ontwikkeling.yaml for one subscription; exactly one owns it, so write false in the other",
        ]);
        expect(street({ ontwikkeling: [shared, vaults, [["ownsSubscription"], false]] })).toEqual([]);
    });

    it("names every owner beyond the first", () => {
        expect(street({ ontwikkeling: [shared, vaults], acceptatie: [shared, vaults] })).toHaveLength(2);
    });

    it("has an owner of a subscription that two environments share", () => {
        const none = [["ownsSubscription"], false] as const;
        expect(street({ ontwikkeling: [shared, vaults, none], test: [none] })).toEqual([
            "Pulumi.ontwikkeling.yaml ownsSubscription: false here and in Pulumi.test.yaml for one subscription; write true in exactly one of them",
        ]);
    });

    it("admits no regions that the owner of the subscription lets Azure refuse", () => {
        const guest = [shared, vaults, [["ownsSubscription"], false], [["regions", "allowEea"], true]] as const;
        expect(street({ ontwikkeling: guest })).toEqual([
            "Pulumi.ontwikkeling.yaml regions.allowEea: true here and false in Pulumi.test.yaml, which owns the subscription and has Azure refuse regions outside the European Union; write the same in both",
        ]);
        expect(street({ ontwikkeling: guest, test: [[["regions", "allowEea"], true]] })).toEqual([]);
    });

    it("has networks that could be connected", () => {
        expect(street({ acceptatie: [[["network", "secondary"], "10.20.0.0/20"]] })).toEqual([
            "Pulumi.acceptatie.yaml network.secondary: '10.20.0.0/20' overlaps network.primary in Pulumi.test.yaml; give each network its own block",
        ]);
    });

    it("has a host name and a Traffic Manager name for each environment", () => {
        const { hostName, trafficManagerName } = settingsWith("test").domain;
        const changes = [
            [["domain", "hostName"], hostName],
            [["domain", "trafficManagerName"], trafficManagerName],
        ] as const;
        expect(street({ productie: changes })).toEqual([
            `Pulumi.productie.yaml domain.hostName: '${hostName}' is taken by Pulumi.test.yaml; give each environment its own`,
            `Pulumi.productie.yaml domain.trafficManagerName: '${trafficManagerName}' is taken by Pulumi.test.yaml; give each environment its own`,
        ]);
    });

    it("keeps the secrets of one environment from the other", () => {
        expect(
            street({ test: [[["operatorVaults", "primary"], settingsWith("productie").operatorVaults.primary]] }),
        ).toEqual([
            "Pulumi.test.yaml operatorVaults.primary: lies in the subscription of productie; use a vault of test itself",
        ]);
    });

    it("has no release that its predecessor does not have, and says what to copy", () => {
        expect(street({ productie: [[["release", "version"], "3.8.2"]] })).toEqual([
            "Pulumi.productie.yaml release.version: 3.8.2 is newer than 3.8.1 of acceptatie, so it has not passed there; " +
                `copy both values of acceptatie: version 3.8.1 and digest ${settingsWith("acceptatie").release.digest}`,
        ]);
    });

    it("may fall behind", () => {
        expect(street({ productie: [[["release", "version"], "3.7.12"]] })).toEqual([]);
    });

    it("may keep what the environment before has rolled back from", () => {
        const rolledBack: Parameters<typeof street>[0] = {
            acceptatie: [
                [["release", "version"], "3.8.0"],
                [["release", "rollback"], { reason: "Uploads are lost." }],
            ],
        };
        expect(street(rolledBack)).toEqual([]);
    });

    it("may skip a step when the glass is broken", () => {
        const breakGlass = { reason: "Sign-in fails.", requester: "A team", approver: "B team", until: "2026-12-01" };
        const ahead: Parameters<typeof street>[0] = {
            productie: [
                [["release", "version"], "3.9.0"],
                [["release", "breakGlass"], breakGlass],
            ],
        };
        expect(street(ahead)).toEqual([]);
    });

    it("has one package for one version", () => {
        const digest = `sha256:${"0".repeat(64)}`;
        expect(street({ productie: [[["release", "digest"], digest]] })).toEqual([
            "Pulumi.productie.yaml release.digest: 3.8.1 has another digest here than in Pulumi.acceptatie.yaml, so it is another package; " +
                `copy both values of acceptatie: version 3.8.1 and digest ${settingsWith("acceptatie").release.digest}`,
        ]);
    });

    it("is compared as far as it can be read", () => {
        expect(streetMistakes([settingsWith("productie")])).toEqual([]);
    });
});
