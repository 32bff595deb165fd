import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { AwsSigv4Signer } from '@opensearch-project/opensearch/aws-v3';
import connectionModule from '@opensearch-project/opensearch/lib/Connection.js';
import { ConnectionPool } from '@opensearch-project/opensearch/lib/pool/index.js';
import serializerModule from '@opensearch-project/opensearch/lib/Serializer.js';
import transportModule from '@opensearch-project/opensearch/lib/Transport.js';
import { count } from '../runtime/meter.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** A call of the engine's HTTP interface. `lines` is a body of the bulk kind: one JSON document a line. */
export type EngineCall = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  path: string;
  body?: unknown;
  lines?: string;
};

/** What the engine answered: its HTTP status and parsed body. A status is never thrown; no connection is (`EngineUnavailable`). */
export type EngineAnswer = { status: number; body: unknown };

/** Calls the engine, and counts each call for metering. */
export type Engine = (call: EngineCall) => Promise<EngineAnswer>;

/** The engine did not answer: no connection, or not in time. It passes by itself. */
export class EngineUnavailable extends Error {
  override name = 'EngineUnavailable';
}

const REQUEST_MS = 8000;

// The package declares default exports and has the classes themselves, being CommonJS.
const Connection = connectionModule as unknown as typeof connectionModule.default;
const Serializer = serializerModule as unknown as typeof serializerModule.default;
const Transport = transportModule as unknown as typeof transportModule.default;
type TransportInstance = InstanceType<typeof Transport>;

type Signing = { Connection: typeof Connection; Transport: typeof Transport };

// The SDK's own chain of credentials, as the table's client has it: no second dependency for the same thing.
const signing = (region: string): Signing => {
  const { credentials } = new DynamoDBClient({}).config;
  return AwsSigv4Signer({ region, service: 'es', getCredentials: () => credentials() }) as unknown as Signing;
};

/**
 * The client's transport without its five hundred methods, which weigh half a megabyte in each function. Retries are the
 * caller's: a search is not repeated behind the reader's back, and what cannot be indexed waits in a queue.
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
    requestTimeout: REQUEST_MS,
    sniffEndpoint: '_nodes/_all/http',
  });
};

const statusOf = (error: unknown): EngineAnswer | undefined => {
  if (typeof error !== 'object' || error === null || !('meta' in error)) return undefined;
  const { meta } = error as { meta: { statusCode?: number; body?: unknown } | undefined };
  return meta?.statusCode ? { status: meta.statusCode, body: meta.body } : undefined;
};

/** Opens the deployment's search engine. Takes the runtime; gives the one way to call it. */
export const openEngine = (runtime: Pick<Runtime, 'environment'>): Engine => {
  let transport: TransportInstance | undefined;
  return async ({ method, path, body, lines }) => {
    transport ??= transportOf(runtime);
    const startedAt = performance.now();
    try {
      const { statusCode, body: answered } = await transport.request({
        method,
        path,
        ...(lines === undefined ? {} : { bulkBody: lines }),
        ...(body === undefined ? {} : { body: body as Record<string, unknown> }),
      });
      return { status: statusCode ?? 0, body: answered };
    } catch (error) {
      const answer = statusOf(error);
      if (answer) return answer;
      throw new EngineUnavailable(error instanceof Error ? error.message : 'The search engine did not answer.');
    } finally {
      count({ indexCalls: 1, searchMs: performance.now() - startedAt });
    }
  };
};

/** The body of a success; undefined where there is no such index. Throws `EngineUnavailable` when the engine is busy or down. `what` was being done. */
export const bodyOf = (what: string, answer: EngineAnswer): unknown => {
  const { status, body } = answer;
  if (status === 404) return undefined;
  if (status === 429 || status >= 500) throw new EngineUnavailable(`${what}: ${status}`);
  if (status !== 200) throw unexpected(what, answer);
  return body;
};

/** Thrown when the engine answers what we did not expect: a fault of ours or of the deployment. */
export const unexpected = (what: string, { status, body }: EngineAnswer): Error =>
  new Error(`${what}: the search engine answered ${status} ${JSON.stringify(body)?.slice(0, 500)}`);
