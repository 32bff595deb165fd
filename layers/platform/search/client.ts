import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { AwsSigv4Signer } from '@opensearch-project/opensearch/aws-v3';
import connectionModule from '@opensearch-project/opensearch/lib/Connection.js';
import { ConnectionPool } from '@opensearch-project/opensearch/lib/pool/index.js';
import serializerModule from '@opensearch-project/opensearch/lib/Serializer.js';
import transportModule from '@opensearch-project/opensearch/lib/Transport.js';
import { clientSettings } from '../runtime/client-settings.ts';
import { requireWritable } from '../runtime/environment.ts';
import { count } from '../runtime/meter.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** A call of the engine's HTTP interface. `lines` is a bulk body: one JSON document per line. */
export type EngineCall = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  path: string;
  body?: unknown;
  lines?: string;
};

/** The engine's response: HTTP status and parsed body. A status never throws; a failed connection does (`EngineUnavailable`). */
export type EngineAnswer = { status: number; body: unknown };

/** Calls the engine and counts each call for metering. */
export type Engine = (call: EngineCall) => Promise<EngineAnswer>;

/** Thrown when the engine did not respond: no connection or a timeout. A retry may succeed. */
export class EngineUnavailable extends Error {
  override name = 'EngineUnavailable';
}

/**
 * How long a call may take, in milliseconds. `reusedMs`: a read over a connection that served before; the connection may have been
 * dropped silently meanwhile, so that a read without a response is repeated over a new one. `idleMs`: an older connection is not used
 * again.
 */
export type EnginePatience = { reusedMs: number; readMs: number; writeMs: number; idleMs: number };

// The engine itself ends a search after five seconds. Locally it shares its machine with everything else.
const deployedPatience: EnginePatience = { reusedMs: 3000, readMs: 5500, writeMs: 8000, idleMs: 30_000 };
const localPatience: EnginePatience = { ...deployedPatience, reusedMs: 8000, readMs: 8000 };

// The package declares default exports but, being CommonJS, exports the classes themselves.
const Connection = connectionModule as unknown as typeof connectionModule.default;
const Serializer = serializerModule as unknown as typeof serializerModule.default;
const Transport = transportModule as unknown as typeof transportModule.default;
type TransportInstance = InstanceType<typeof Transport>;

type Signing = { Connection: typeof Connection; Transport: typeof Transport };

// The SDK's own credential chain, as in the table's client: no second dependency for the same purpose.
const signing = (region: string): Signing => {
  const { credentials } = new DynamoDBClient(clientSettings()).config;
  return AwsSigv4Signer({ region, service: 'es', getCredentials: () => credentials() }) as unknown as Signing;
};

/**
 * The client's transport without its five hundred methods, which add half a megabyte to each function. It never retries automatically:
 * `openEngine` repeats a read, and documents that cannot be indexed wait in a queue.
 */
const transportOf = ({ environment }: Pick<Runtime, 'environment'>): TransportInstance => {
  const kind =
    environment.maybe('SEARCH_SIGNED') === 'true' ? signing(environment.need('AWS_REGION')) : { Connection, Transport };
  const emit = (): boolean => false;
  const pool = new ConnectionPool({
    Connection: kind.Connection,
    emit,
    resurrectStrategy: 'optimistic',
    pingTimeout: 3000,
  });
  pool.addConnection(environment.need('SEARCH_ENDPOINT'));
  return new kind.Transport({
    connectionPool: pool,
    serializer: new Serializer({ disablePrototypePoisoningProtection: false, enableLongNumeralSupport: false }),
    emit,
    maxRetries: 0,
    requestTimeout: deployedPatience.writeMs,
    sniffEndpoint: '_nodes/_all/http',
  });
};

const statusOf = (error: unknown): EngineAnswer | undefined => {
  if (typeof error !== 'object' || error === null || !('meta' in error)) return undefined;
  const { meta } = error as { meta: { statusCode?: number; body?: unknown } | undefined };
  return meta?.statusCode ? { status: meta.statusCode, body: meta.body } : undefined;
};

type Opened = { transport: TransportInstance; used: boolean; usedAt: number };

const send = async ({ transport }: Opened, { method, path, body, lines }: EngineCall, requestTimeout: number) => {
  const { statusCode, body: answered } = await transport.request(
    {
      method,
      path,
      ...(lines === undefined ? {} : { bulkBody: lines }),
      ...(body === undefined ? {} : { body: body as Record<string, unknown> }),
    },
    { requestTimeout },
  );
  return { status: statusCode ?? 0, body: answered };
};

const isReset = (error: unknown): boolean => error instanceof Error && error.name === 'ConnectionError';

/**
 * Opens the deployment's search engine and returns the function that calls it. A read (GET or HEAD) is repeated once over a new connection
 * when its connection was reset, or had served before and stays silent; a slow engine is not asked twice.
 */
export const openEngine = (
  runtime: Pick<Runtime, 'environment'>,
  patience: EnginePatience = runtime.environment.maybe('SEARCH_SIGNED') === 'true' ? deployedPatience : localPatience,
): Engine => {
  let opened: Opened | undefined;
  const connected = (): Opened => {
    const now = performance.now();
    if (opened === undefined || now - opened.usedAt > patience.idleMs)
      opened = { transport: transportOf(runtime), used: false, usedAt: now };
    return opened;
  };
  const attempt = async (call: EngineCall, isLast: boolean): Promise<EngineAnswer> => {
    const connection = connected();
    const reused = connection.used;
    const isRead = call.method === 'GET' || call.method === 'HEAD';
    const readMs = reused && !isLast ? patience.reusedMs : patience.readMs;
    try {
      const answer = await send(connection, call, isRead ? readMs : patience.writeMs);
      Object.assign(connection, { used: true, usedAt: performance.now() });
      return answer;
    } catch (error) {
      const answer = statusOf(error);
      if (answer) return answer;
      // The connections beside a broken one are no better.
      if (opened === connection) opened = undefined;
      if (isRead && !isLast && (reused || isReset(error))) return attempt(call, true);
      throw new EngineUnavailable(error instanceof Error ? error.message : 'The search engine did not answer.');
    }
  };
  return async (call) => {
    if (runtime.environment.isPractice) throw new EngineUnavailable('The Practice Library has no index.');
    if (call.method !== 'GET' && call.method !== 'HEAD') requireWritable(runtime.environment, 'index');
    const startedAt = performance.now();
    try {
      return await attempt(call, false);
    } finally {
      count({ indexCalls: 1, searchMs: performance.now() - startedAt });
    }
  };
};

/**
 * Returns the body of a successful response; undefined when the index does not exist. Throws `EngineUnavailable` when the engine is busy
 * or down. `what` names the action for the error.
 */
export const bodyOf = (what: string, answer: EngineAnswer): unknown => {
  const { status, body } = answer;
  if (status === 404) return undefined;
  if (status === 429 || status >= 500) throw new EngineUnavailable(`${what}: ${status}`);
  if (status !== 200) throw unexpected(what, answer);
  return body;
};

/** The error for an unexpected response: a bug or a faulty deployment. */
export const unexpected = (what: string, { status, body }: EngineAnswer): Error =>
  new Error(`${what}: the search engine answered ${status} ${JSON.stringify(body)?.slice(0, 500)}`);
