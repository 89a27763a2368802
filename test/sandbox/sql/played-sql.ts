import { connect as tcp } from "node:net";
import { Connection, Request, TYPES } from "tedious";
import type { SqlValue } from "../../../sandbox/sql/sql-statement";
import { type SqlStandIn, type SqlStandInOptions, startSql } from "../../../sandbox/sql/start";
import { PlayedAzure, SERVER, SERVER_ID } from "../azure/played-azure";

const RG = { resourceGroupName: "rg-proef" };
export const OTHER_ID = SERVER_ID.replace("sql-proef", "sql-ander");
export const GROUP_ID = `${SERVER_ID}/failoverGroups/fog`;
export const MIRROR_ID = `${OTHER_ID}/failoverGroups/fog`;
export const DATABASE_ID = `${SERVER_ID}/databases/db`;
export const COPY_ID = `${OTHER_ID}/databases/db`;
export const GROUP = "azure-native:sql:FailoverGroup";
export const GROUP_INPUTS = {
    ...RG,
    serverName: "sql-proef",
    failoverGroupName: "fog",
    partnerServers: [{ id: OTHER_ID }],
    readWriteEndpoint: { failoverPolicy: "Manual" },
    databases: [DATABASE_ID],
};
export const HOST = "sql-proef.database.windows.net";
export const OTHER = "sql-ander.database.windows.net";
export const LISTENER = "fog.database.windows.net";
export const READERS = "fog.secondary.database.windows.net";
export const ADMINISTRATORS = "2c1f5a52-0c7a-4b5e-9d0a-6a2f0f6d1b11";

/** Two servers, a database on the first, a failover group over both, and private endpoints to both. */
export async function playedServers(): Promise<PlayedAzure> {
    const azure = await new PlayedAzure().withServer();
    await azure.create("azure-native:sql:Server", { ...SERVER, serverName: "sql-ander", location: "northeurope" });
    await createDatabase(azure);
    await azure.create(GROUP, GROUP_INPUTS);
    [SERVER_ID, OTHER_ID].forEach((id, index) => void writeEndpoint(azure, `pe-${index}`, id));
    return azure;
}

export const createDatabase = (azure: PlayedAzure, databaseName = "db") =>
    azure.create("azure-native:sql:Database", {
        ...{ ...RG, serverName: "sql-proef", databaseName, location: "westeurope", createMode: "Default" },
    });

/** A private endpoint, without the network that it would lie in. */
export function writeEndpoint({ cloud }: PlayedAzure, name: string, serverId: string): void {
    const connection = { name, properties: { privateLinkServiceId: serverId, groupIds: ["sqlServer"] } };
    cloud.write({
        id: SERVER_ID.replace(/Microsoft\.Sql.*/, `Microsoft.Network/privateEndpoints/${name}`),
        type: "Microsoft.Network/privateEndpoints",
        apiVersion: "2024-05-01",
        body: { location: "westeurope", properties: { privateLinkServiceConnections: [connection] } },
        outputs: {},
        declared: true,
    });
}

/** An error as tedious hands it on. */
export interface ToldError {
    readonly number: number;
    readonly message: string;
}

/** A value of a parameter; text goes as nvarchar, or as varchar where that is said. */
export type ParameterValue = SqlValue | { readonly varchar: string };

export type ToldRow = Readonly<Record<string, unknown>>;

/** A client of the played servers: the real tedious, as our providers use it. */
export class Client {
    readonly errors: ToldError[] = [];

    private constructor(private readonly connection: Connection) {
        connection.on("errorMessage", ({ number, message }: ToldError) => void this.errors.push({ number, message }));
        connection.on("error", () => {});
    }

    /** @throws what tedious says; `errors` of the error are the server's own */
    static async open(sql: SqlStandIn, host: string, database: string, token?: string): Promise<Client> {
        const { port, ca, token: own } = JSON.parse(sql.variable);
        const connection = new Connection({
            server: host,
            authentication: { type: "azure-active-directory-access-token", options: { token: token ?? own } },
            options: {
                database,
                encrypt: "strict",
                cryptoCredentialsDetails: { ca },
                connector: async () => tcp(port, "127.0.0.1"),
                rowCollectionOnRequestCompletion: true,
            },
        });
        const client = new Client(connection);
        await new Promise<void>((resolve, reject) =>
            connection.connect((error) =>
                error ? reject(Object.assign(error, { errors: client.errors })) : resolve(),
            ),
        );
        return client;
    }

    batch(sql: string): Promise<readonly ToldRow[]> {
        return this.asked(sql, (request) => this.connection.execSqlBatch(request));
    }

    /** With parameters, by `sp_executesql`. */
    query(sql: string, values: Readonly<Record<string, ParameterValue>> = {}): Promise<readonly ToldRow[]> {
        return this.asked(
            sql,
            (request) => this.connection.execSql(request),
            (request) => withValues(request, values),
        );
    }

    /** A procedure by its name. */
    call(procedure: string, values: Readonly<Record<string, ParameterValue>>): Promise<readonly ToldRow[]> {
        return this.asked(
            procedure,
            (request) => this.connection.callProcedure(request),
            (request) => withValues(request, values),
        );
    }

    close(): void {
        this.connection.close();
    }

    private asked(
        text: string,
        send: (request: Request) => void,
        fill: (request: Request) => void = () => {},
    ): Promise<readonly ToldRow[]> {
        return new Promise((resolve, reject) => {
            const found: ToldRow[] = [];
            const request = new Request(text, (error) => (error ? reject(error) : resolve(found)));
            request.on("row", (columns: readonly { metadata: { colName: string }; value: unknown }[]) =>
                found.push(Object.fromEntries(columns.map(({ metadata, value }) => [metadata.colName, value]))),
            );
            fill(request);
            send(request);
        });
    }
}

function withValues(request: Request, values: Readonly<Record<string, ParameterValue>>): void {
    for (const [name, value] of Object.entries(values)) {
        if (isVarchar(value)) {
            request.addParameter(name, TYPES.VarChar, value.varchar);
        } else {
            request.addParameter(name, typeOf(value), value instanceof Uint8Array ? Buffer.from(value) : value);
        }
    }
}

const isVarchar = (value: ParameterValue): value is { readonly varchar: string } =>
    typeof value === "object" && value !== null && "varchar" in value;

const typeOf = (value: SqlValue) =>
    typeof value === "number"
        ? TYPES.Int
        : typeof value === "boolean"
          ? TYPES.Bit
          : value instanceof Uint8Array
            ? TYPES.VarBinary
            : TYPES.NVarChar;

/** The played servers with their stand-in for SQL, and what was opened, which ends with the test. */
export class PlayedSql {
    private readonly clients: Client[] = [];

    private constructor(
        readonly azure: PlayedAzure,
        readonly sql: SqlStandIn,
    ) {}

    static async start(options: SqlStandInOptions = {}, azure?: PlayedAzure): Promise<PlayedSql> {
        const played = azure ?? (await playedServers());
        return new PlayedSql(played, await startSql(played.cloud, options));
    }

    async open(host = LISTENER, database = "db", token?: string): Promise<Client> {
        const client = await Client.open(this.sql, host, database, token);
        this.clients.push(client);
        return client;
    }

    async stop(): Promise<void> {
        this.clients.forEach((client) => void client.close());
        await this.sql.stop();
    }
}
