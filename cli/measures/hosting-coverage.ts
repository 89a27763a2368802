import type { Attestation } from "../../stacks/settings/data-files";
import type { UsedService } from "./used-services";

type Certificate = Extract<Attestation, { kind: "hosting-certificate" }>;

/**
 * What reports on one standard leave out of what the plan uses, in words; `undefined` when together they cover all of it.
 *
 * @param certificates those that are in force
 */
export function uncovered(certificates: readonly Certificate[], used: readonly UsedService[]): string | undefined {
    const services = new Set(certificates.flatMap((certificate) => certificate.services.map(plain)));
    const unnamed = used.filter(({ service }) => !services.has(plain(service)));
    const named = used.filter((one) => !unnamed.includes(one));
    const gaps = named.filter((one) => !certificates.some((certificate) => covers(certificate, one)));
    const lacks = [...new Set([...unnamed.map(({ service }) => service), ...gapsByRegion(gaps, named)])];
    return lacks.length > 0 ? lacks.sort().join(", ") : undefined;
}

function covers(certificate: Certificate, { service, region }: UsedService): boolean {
    const names = certificate.services.map(plain);
    return names.includes(plain(service)) && (region === undefined || certificate.regions.includes(region));
}

/** A region alone where nothing that is used in it is covered, else each service with its region. */
function gapsByRegion(gaps: readonly UsedService[], named: readonly UsedService[]): readonly string[] {
    return gaps.map(({ service, region }) => {
        const inRegion = (one: UsedService): boolean => one.region === region;
        return gaps.filter(inRegion).length === named.filter(inRegion).length
            ? `everything in ${region}`
            : `${service} in ${region}`;
    });
}

/** `Azure SQL Database` is `sql database` to a reader, and Microsoft's own lists differ in it. */
const plain = (service: string): string => service.toLowerCase().replace(/^(azure|microsoft) /, "");
