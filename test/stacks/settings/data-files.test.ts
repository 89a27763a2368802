import { DATA_FILE_NAMES, dataFromYaml } from "../../../stacks/settings/data-files";
import { ENVIRONMENTS } from "../../../stacks/settings/environments";
import { dataFileOf } from "../../../stacks/settings/load-environment";
import { changed, dataMistakes, dataOf, textOf } from "./examples";

const FILES = ENVIRONMENTS.flatMap((environment) => DATA_FILE_NAMES.map((kind) => [environment, kind] as const));

/** The day on which the shipped data is valid. */
const TODAY = "2026-11-23";

describe("the data files", () => {
    it.each(FILES)("of %s: %s is valid and points the editor to its schema", (environment, kind) => {
        const file = dataFileOf(environment, kind);
        expect(() => dataFromYaml(kind, file, textOf(file))).not.toThrow();
        expect(textOf(file).split("\n")[0]).toBe(`# yaml-language-server: $schema=../../settings/${kind}.schema.json`);
    });

    it("have four tenants in productie, two of them with addresses, and two elsewhere", () => {
        const tenants = ENVIRONMENTS.map((environment) => read(environment, "tenants").tenants);
        expect(tenants.map(({ length }) => length)).toEqual([2, 2, 2, 4]);
        expect(tenants[3]?.filter(({ addresses }) => addresses.length > 0)).toHaveLength(2);
    });

    it.each(ENVIRONMENTS)(
        "attest every kind of test on both targets and the five standards in %s, valid today",
        (name) => {
            const { attestations } = read(name, "attestations");
            const tests = attestations.map((a) => (a.kind === "external-test" ? `${a.testKind} ${a.target}` : ""));
            const standards = attestations.map((a) => (a.kind === "hosting-certificate" ? a.standard : ""));
            expect(new Set(tests.filter(Boolean)).size).toBe(8);
            expect(new Set(standards.filter(Boolean)).size).toBe(5);
            expect(new Set(attestations.map(({ kind }) => kind)).size).toBe(7);
            expect(attestations.filter(({ date, until }) => date > TODAY || until < TODAY)).toEqual([]);
        },
    );

    it.each(ENVIRONMENTS)("give no access in %s that has ended or was reviewed too long ago", (name) => {
        const stale = read(name, "access").access.filter(
            ({ until = TODAY, reviewed, reviewEveryDays }) =>
                until < TODAY || Date.parse(TODAY) - Date.parse(reviewed) > reviewEveryDays * 86_400_000,
        );
        expect(stale).toEqual([]);
    });

    it("give people in productie no standing access", () => {
        const standing = read("productie", "access").access.filter(({ standing }) => standing);
        expect(new Set(standing.map(({ role }) => role))).toEqual(new Set(["pipeline"]));
    });

    it("exempt nothing", () => {
        expect(ENVIRONMENTS.flatMap((environment) => read(environment, "exemptions").exemptions)).toEqual([]);
    });

    it("are frozen", () => {
        expect(Object.isFrozen(read("productie", "tenants").tenants[0]?.addresses)).toBe(true);
    });
});

const read = <K extends (typeof DATA_FILE_NAMES)[number]>(environment: (typeof ENVIRONMENTS)[number], kind: K) =>
    dataFromYaml(kind, kind, textOf(dataFileOf(environment, kind)));

describe("a tenant", () => {
    const tenants = dataOf("productie", "tenants");

    it("stands once", () => {
        const twice = changed(tenants, ["tenants", 3, "id"], "t-4f9k2c");
        expect(dataMistakes("tenants", twice)).toEqual([
            "tenants[3].id: 't-4f9k2c' stands twice (first at 0); each tenant id may stand once",
        ]);
    });

    it.each(["de-linde", "t-4F9K2C", "t-4f9k2", "t-4f9k2cc"])("has an opaque id, unlike %s", (id) => {
        expect(dataMistakes("tenants", changed(tenants, ["tenants", 0, "id"], id))).toEqual([
            `tenants[0].id: expected 't-' and 6 lower-case letters or digits, such as 't-4f9k2c', got '${id}'`,
        ]);
    });

    it("lives in a shard of two digits, which YAML makes a number without quotes", () => {
        expect(dataMistakes("tenants", changed(tenants, ["tenants", 0, "shard"], 1))).toEqual([
            "tenants[0].shard: expected two digits from '01' to '99', in quotes, got 1",
        ]);
    });

    it("of a shard without a stack is a mistake and does not vanish", () => {
        expect(dataMistakes("tenants", changed(tenants, ["tenants", 1, "shard"], "02"))).toEqual([
            "tenants[1].shard: '02' has no stack so far; only '01' has one, so write that",
        ]);
    });

    it("is there at least once", () => {
        expect(dataMistakes("tenants", { tenants: [] })).toEqual([
            "tenants: expected at least one tenant, since Azure refuses a backup of no containers, got an empty list",
        ]);
    });

    it("has no addresses unless it declares them", () => {
        const without = changed(tenants, ["tenants", 0, "addresses"], undefined);
        const { tenants: found } = dataFromYaml("tenants", "x", JSON.stringify(without));
        expect(found[0]?.addresses).toEqual([]);
    });

    it("reaches its database directly for a purpose and until a day only", () => {
        const direct = {
            group: "t-4f9k2c-reading",
            objectId: "4fda6078-d7bc-5716-afbe-0ec15bddc38a",
            purpose: "reporting",
        };
        expect(dataMistakes("tenants", changed(tenants, ["tenants", 0, "directAccess"], direct))).toEqual([
            "tenants[0].directAccess.purpose: expected 'portability', 'support' or 'security-test', got 'reporting'",
            "tenants[0].directAccess.until: is missing; expected a date that exists, written YYYY-MM-DD in quotes",
        ]);
    });
});

describe("an access grant", () => {
    const access = dataOf("productie", "access");

    it("to a security tester has a last day", () => {
        const at = (access.access as { role: string }[]).findIndex(({ role }) => role === "security-tester");
        expect(dataMistakes("access", changed(access, ["access", at, "until"], undefined))).toEqual([
            `access[${at}].until: is missing; access for a security test has a last day`,
        ]);
    });

    it("stands once", () => {
        const twice = { access: [...(access.access as object[]), (access.access as object[])[0]] };
        expect(dataMistakes("access", twice)).toEqual([expect.stringContaining("stands twice (first at 0)")]);
    });

    it("is for a role that exists", () => {
        expect(dataMistakes("access", changed(access, ["access", 0, "role"], "owner"))[0]).toMatch(
            /^access\[0\]\.role: expected 'developer', .* or 'pipeline', got 'owner'$/,
        );
    });
});

describe("an attestation", () => {
    const attestations = dataOf("productie", "attestations");

    it("of an external test counts for a year at most", () => {
        const longer = changed(attestations, ["attestations", 0, "until"], "2028-01-01");
        expect(dataMistakes("attestations", longer)).toEqual([
            "attestations[0].until: an external test counts for a year at most; write 2027-09-22 or earlier",
        ]);
    });

    it("of an unknown kind names the kinds", () => {
        expect(dataMistakes("attestations", changed(attestations, ["attestations", 0, "kind"], "promise"))).toEqual([
            expect.stringMatching(
                /^attestations\[0\]\.kind: expected 'external-test', .*'password-hashing', got 'promise'$/,
            ),
        ]);
    });

    it("of a certificate names regions that exist, wherever they lie", () => {
        const certificates = attestations.attestations as { kind: string }[];
        const at = certificates.findIndex(({ kind }) => kind === "hosting-certificate");
        const covering = (region: string) =>
            dataMistakes("attestations", changed(attestations, ["attestations", at, "regions"], [region]));
        expect(covering("UK South")).toEqual([]);
        expect(covering("nortkeurope")).toEqual([
            `attestations[${at}].regions[0]: 'nortkeurope' is an unknown region; did you mean 'northeurope'?`,
        ]);
    });

    it("of one kind is told whose a key of another kind is", () => {
        const other = changed(attestations, ["attestations", 0, "statement"], "All of it was tested.");
        expect(dataMistakes("attestations", other)).toEqual([
            "attestations[0].statement: belongs to kind 'application-roles', 'joiners-leavers', 'tenant-separation', 'session-handling' or 'password-hashing'; remove it here",
        ]);
    });

    it("is made by a role, not by a person", () => {
        expect(
            dataMistakes("attestations", changed(attestations, ["attestations", 0, "by"], "J. de Vries")),
        ).toHaveLength(1);
    });
});

describe("an exemption", () => {
    const exemption = {
        rule: "web-min-tls-12",
        resource: "urn:pulumi:test::figlo-advisor::*::front-end",
        reason: "An old reporting tool cannot do better yet.",
        requester: "team lead of development",
        approver: "security officer",
        from: "2026-11-01",
        until: "2027-01-30",
    };
    const with_ = (changes: object) => dataMistakes("exemptions", { exemptions: [{ ...exemption, ...changes }] });

    it("may hold for ninety days", () => {
        expect(with_({})).toEqual([]);
        expect(with_({ until: "2027-01-31" })).toEqual([
            "exemptions[0].until: an exemption holds for 90 days at most; write 2027-01-30 or earlier",
        ]);
    });

    it("is approved by another than its requester", () => {
        expect(with_({ approver: "Team lead of development" })).toEqual([
            "exemptions[0].approver: 'Team lead of development' is also the requester; somebody else approves",
        ]);
    });

    it("ends after it begins", () => {
        expect(with_({ until: "2026-10-01" })).toEqual(["exemptions[0].until: ends before it begins, on 2026-11-01"]);
    });
});

describe("a classified column", () => {
    const column = (found: object) =>
        dataMistakes("classification", { tables: { "crm.client": { columns: { email: found } } } });

    it.each(["keep", "generalise"])("that identifies somebody may not be given treatment %s", (treatment) => {
        expect(column({ class: "identifying", treatment })).toEqual([
            `tables["crm.client"].columns.email.treatment: '${treatment}' leaves an identifying column readable; choose drop, pseudonymise or mask`,
        ]);
    });

    it("of free text is dropped", () => {
        expect(column({ class: "free-text", treatment: "mask" })).toHaveLength(1);
    });

    it("that is sensitive is kept with a reason only", () => {
        expect(column({ class: "sensitive", treatment: "keep" })).toHaveLength(1);
        expect(column({ class: "sensitive", treatment: "keep", why: "The statistics need it." })).toEqual([]);
    });

    it("stands once, in whatever case: SQL Server takes both names for one", () => {
        const kept = { columns: { Email: { class: "none", treatment: "keep" } } };
        const both = { columns: { ...kept.columns, email: { class: "identifying", treatment: "drop" } } };
        const message = "in case only, which SQL Server takes for one; keep one of them";
        expect(dataMistakes("classification", { tables: { "crm.client": both } })).toEqual([
            `tables["crm.client"].columns.email: differs from 'Email' ${message}`,
        ]);
        expect(dataMistakes("classification", { tables: { "crm.client": kept, "CRM.client": kept } })).toEqual([
            `tables["CRM.client"]: differs from 'crm.client' ${message}`,
        ]);
    });

    it("belongs to a table with its schema", () => {
        expect(dataMistakes("classification", { tables: { client: { columns: {} } } })).toEqual([
            "tables.client: expected a schema and a table, such as 'crm.client', got 'client'",
        ]);
    });
});
