import type { Cloud } from "../cloud";
import { areLinked } from "../geo-secondaries";
import type { CloudRequest, Refusal } from "../refusal";
import { badRequest, conflict } from "./answers";
import { numberAt, regionOf, textAt, textsAt } from "./body";
import { lastOf, missing, parentId, sameText, subscriptionOf } from "./ids";
import { sqlSpec } from "./sources";

const GROUPS = "Microsoft.Sql/servers/failoverGroups";
const SHORTEST_GRACE = 60;

const partners = ({ arm }: CloudRequest): readonly string[] => textsAt(arm.body, "properties.partnerServers[].id");
const databases = ({ arm }: CloudRequest): readonly string[] => textsAt(arm.body, "properties.databases[]");
const policy = ({ arm }: CloudRequest): string | undefined =>
    textAt(arm.body, "properties.readWriteEndpoint.failoverPolicy");
const grace = ({ arm }: CloudRequest): number | undefined =>
    numberAt(arm.body, "properties.readWriteEndpoint.failoverWithDataLossGracePeriodMinutes");

/** True where another server has the group of this name, and this server is its partner. */
const isSecondary = ({ id, existing }: CloudRequest, cloud: Cloud): boolean =>
    existing?.outputs.replicationRole === "Secondary" ||
    cloud
        .all(GROUPS)
        .some(
            (group) =>
                group.declared &&
                sameText(lastOf(group.id), lastOf(id)) &&
                textsAt(group.body, "properties.partnerServers[].id").some((partner) =>
                    sameText(partner, parentId(id)),
                ),
        );

type Row = Pick<Refusal, "id" | "title" | "judge"> & Partial<Refusal>;
const row = (rest: Row): Refusal => ({ source: sqlSpec("FailoverGroups"), types: [GROUPS], methods: ["PUT"], ...rest });

export const FAILOVER_GROUP_REFUSALS: readonly Refusal[] = [
    row({
        id: "failover-group-no-partner",
        title: "A failover group without a partner is refused.",
        judge: (request) =>
            partners(request).length === 0
                ? badRequest(
                      "FailoverGroupCreateOrUpdateRequestInvalidPartner",
                      "The given partners field in create or update failover group request body is empty or invalid. Please provide a valid value of this field.",
                  )
                : undefined,
    }),
    row({
        id: "failover-group-one-partner",
        title: "A failover group has one partner only.",
        judge: (request) =>
            partners(request).length > 1
                ? badRequest(
                      "FailoverGroupCreateOrUpdateRequestUnsupportedPartnerCount",
                      "Only one partner server for Failover Group is supported. Please modify your request accordingly.",
                  )
                : undefined,
    }),
    row({
        id: "failover-group-partner-missing",
        title: "A failover group's partner must exist.",
        judge: (request, cloud) => {
            const lost = partners(request).find((id) => missing(cloud, id));
            return lost === undefined
                ? undefined
                : badRequest("ServerNotFound", `The requested server was not found: '${lost}'.`);
        },
    }),
    row({
        id: "failover-group-same-region",
        title: "A failover group's servers are in different regions.",
        judge: (request, cloud) => {
            const own = regionOf(cloud.get(parentId(request.id))?.body);
            return partners(request).some((id) => own !== undefined && regionOf(cloud.get(id)?.body) === own)
                ? badRequest(
                      "InvalidFailoverGroupRegion",
                      "Servers specified in a Failover Group need to reside in different regions to provide isolation.",
                  )
                : undefined;
        },
    }),
    row({
        id: "failover-group-other-subscription",
        title: "A failover group's servers are in one subscription.",
        judge: (request) =>
            partners(request).every((id) => sameText(subscriptionOf(id), subscriptionOf(request.id)))
                ? undefined
                : badRequest(
                      "FailoverGroupPartnerServerFromDifferentSubscription",
                      "Primary server and the partner servers of failover group are from different subscriptions. Cross subscription for servers of failover group is not allowed.",
                  ),
    }),
    row({
        id: "failover-group-grace-missing",
        title: "Automatic failover needs a grace period.",
        judge: (request) =>
            policy(request) === "Automatic" && grace(request) === undefined
                ? badRequest(
                      "FailoverGroupCreateOrUpdateRequestInvalidReadWriteEndpointFields",
                      "The property failoverWithDataLossGracePeriodMinutes must be provided when failover policy Automatic is selected for the read-write endpoint.",
                  )
                : undefined,
    }),
    row({
        id: "failover-group-grace-with-manual",
        title: "Manual failover is refused with a grace period.",
        judge: (request) =>
            policy(request) === "Manual" && grace(request) !== undefined
                ? badRequest(
                      "FailoverGroupCreateOrUpdateRequestInvalidReadWriteEndpointFieldsForManualPolicy",
                      "Grace period value should not be provided when failover policy Manual is selected for the read-write endpoint. Please remove it from request.",
                  )
                : undefined,
    }),
    row({
        id: "failover-group-grace-too-short",
        title: `A grace period is at least ${SHORTEST_GRACE} minutes.`,
        source: `${sqlSpec("FailoverGroups")}; MicrosoftDocs/azure-docs#61028`,
        judge: (request) =>
            policy(request) === "Automatic" && (grace(request) ?? SHORTEST_GRACE) < SHORTEST_GRACE
                ? badRequest(
                      "FailoverGroupCreateOrUpdateRequestLessThanMinimumGracePeriodValues",
                      `Grace period value for the failover group must be greater than or equal to the '${SHORTEST_GRACE}' minutes minimum grace period.`,
                  )
                : undefined,
    }),
    row({
        id: "failover-group-on-secondary",
        title: "A failover group is changed and deleted on its primary server only.",
        source: `${sqlSpec("FailoverGroups")}; hashicorp/terraform-provider-azurerm#25141`,
        methods: ["PUT", "DELETE"],
        judge: (request, cloud) =>
            isSecondary(request, cloud)
                ? badRequest(
                      "FailoverGroupUpdateOrDeleteRequestOnSecondary",
                      "Modifications to the failover group are not allowed on a secondary server. Execute the request on the primary server.",
                  )
                : undefined,
    }),
    row({
        id: "failover-group-database-missing",
        title: "A failover group's databases are on its primary server.",
        judge: (request, cloud) =>
            databases(request).every(
                (id) => sameText(parentId(id), parentId(request.id)) && cloud.get(id) !== undefined,
            )
                ? undefined
                : badRequest(
                      "FailoverGroupCreateOrUpdateRequestInvalidDatabaseServer",
                      "One or more of the provided databases do not exist on the primary server of the failover group. Please make sure that all the databases exist on the primary server.",
                  ),
    }),
    row({
        id: "failover-group-database-of-another",
        title: "A database is in one failover group.",
        judge: (request, cloud) => {
            const others = cloud.all(GROUPS).filter((group) => group.declared && !sameText(group.id, request.id));
            const taken = others
                .flatMap((group) => textsAt(group.body, "properties.databases[]"))
                .map((id) => id.toLowerCase());
            return databases(request).some((id) => taken.includes(id.toLowerCase()))
                ? conflict(
                      "DatabaseBelongsToOtherFailoverGroup",
                      "Database belongs to other Failover Group and cannot be consider a part of this one.",
                  )
                : undefined;
        },
    }),
    row({
        id: "failover-group-pool-missing",
        title: "A pooled database enters a failover group only where the partner has a pool of the same name.",
        source: `${sqlSpec("FailoverGroups")}; MicrosoftDocs/sql-docs, failover-group-sql-db`,
        judge: (request, cloud) => {
            const pools = databases(request).flatMap(
                (id) => textAt(cloud.get(id)?.body, "properties.elasticPoolId") ?? [],
            );
            const lost = partners(request).flatMap((partner) =>
                pools.map((id) => `${partner}/elasticPools/${lastOf(id)}`),
            );
            return lost.some((id) => missing(cloud, id))
                ? badRequest(
                      "ResourcePoolNotFound",
                      "Specified elastic pool does not exist in the specified logical server.",
                  )
                : undefined;
        },
    }),
    row({
        id: "failover-group-remote-database",
        title: "A database enters a failover group only where the partner has none of its name, or its own geo-secondary, whose link the group takes over.",
        source: `${sqlSpec("FailoverGroups")}; MicrosoftDocs/sql-docs, failover-group-sql-db (the link is inherited); Remove-AzSqlDatabaseFromFailoverGroup (the link stays)`,
        judge: (request, cloud) => {
            const own = textsAt(request.existing?.body, "properties.databases[]").map((id) => id.toLowerCase());
            const entering = databases(request).filter((id) => !own.includes(id.toLowerCase()));
            const strange = partners(request)
                .flatMap((partner) => entering.map((id) => [id, `${partner}/databases/${lastOf(id)}`] as const))
                .find(([id, remote]) => cloud.get(remote) !== undefined && !areLinked(cloud, id, remote));
            return (
                strange &&
                conflict(
                    "RemoteDatabaseExists",
                    `The destination database name already exists on the destination server: '${lastOf(strange[0])}'.`,
                )
            );
        },
    }),
];
