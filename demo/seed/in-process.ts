import * as z from 'zod';
import { consumers } from '../../functions/consumers.ts';
import { handlerFileOf } from '../../functions/load-contracts.ts';
import { operations } from '../../functions/operations.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import type { HttpEvent } from '../../layers/platform/http/exchange.ts';
import type { OperationHandler } from '../../layers/platform/http/handle.ts';
import type { Worker } from '../../layers/platform/http/work.ts';
import { readEnvironment } from '../../layers/platform/runtime/environment.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { outputOf, type Running } from './running.ts';

/** One act of the demo: its actor, its time (epoch ms, possibly long ago), and the parts of the request. */
export type Act = {
  by: Actor;
  at: number;
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
};

/** Runs operations by their handlers, without a gateway, at any time. Returns the body of the answer and throws a refusal. */
export type Performer = {
  runtime: Runtime;
  act<T extends z.ZodType>(operation: string, answer: T, act: Act): Promise<z.output<T>>;
  /** Runs what a schedule runs at this time (epoch ms). */
  runScheduled(consumer: string, at: number): Promise<void>;
};

const moduleSchema = z.object({ handler: z.custom<OperationHandler>((value) => typeof value === 'function') });

const workerSchema = z.object({
  handler: z.custom<Worker<object, unknown>>((value) => typeof value === 'function'),
});

const fileOf = (operation: string): URL => {
  const contract = operations.find(({ id }) => id === operation);
  if (!contract) throw new Error(`There is no operation ${operation}.`);
  return new URL(`../../${handlerFileOf(contract)}`, import.meta.url);
};

const eventOf = ({ by, path, query, body }: Act, requestId: string): HttpEvent => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: '/',
  rawQueryString: '',
  isBase64Encoded: false,
  headers: { 'content-type': 'application/json' },
  ...(path ? { pathParameters: path } : {}),
  ...(query ? { queryStringParameters: query } : {}),
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  requestContext: {
    accountId: 'demo',
    apiId: 'demo',
    domainName: 'demo',
    domainPrefix: 'demo',
    stage: '$default',
    time: '',
    timeEpoch: 0,
    requestId,
    routeKey: '$default',
    http: { method: 'GET', path: '/', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'demo' },
    authorizer: { lambda: { actor: JSON.stringify(by) } },
  },
});

const environmentOf = (running: Running) =>
  readEnvironment({
    TABLE_NAME: outputOf(running, 'TableName'),
    BUCKET_NAME: outputOf(running, 'BucketName'),
    USER_POOL_ID: outputOf(running, 'UserPoolId'),
    SEARCH_ENDPOINT: running.endpoints.search,
    SEARCH_SIGNED: 'false',
    BALLOT_KEYS: '/Concord/ballot-keys',
    AWS_REGION: running.endpoints.region,
  });

/**
 * Returns a function that runs operations on the table, pool and bucket of the running instance. They share one clock: acts at
 * different times run one after another, acts at the same time may run concurrently.
 */
export const performerOn = (running: Running): Performer =>
  performerWith({ clock: { now: () => 0 }, ids: systemIds, environment: environmentOf(running) });

/** Returns the same on a runtime, whose clock is replaced. */
export function performerWith(on: Runtime): Performer {
  let now = 0;
  let serial = 0;
  const runtime = { ...on, clock: { now: () => now } };
  const handlers = new Map<string, Promise<OperationHandler>>();
  const load = async (operation: string): Promise<OperationHandler> => {
    const module: unknown = await import(fileOf(operation).href);
    return moduleSchema.parse(module).handler.using(runtime);
  };
  return {
    runtime,
    runScheduled: async (consumer, at) => {
      const contract = consumers.find(({ id }) => id === consumer);
      if (!contract) throw new Error(`There is no consumer ${consumer}.`);
      const module: unknown = await import(new URL(`../../${handlerFileOf(contract)}`, import.meta.url).href);
      now = at;
      serial += 1;
      await workerSchema.parse(module).handler.using(runtime)({}, { awsRequestId: `demo-${serial}` });
    },
    act: async (operation, answer, act) => {
      const handler = handlers.get(operation) ?? load(operation);
      handlers.set(operation, handler);
      const lambda = await handler;
      now = act.at;
      serial += 1;
      const requestId = `demo-${serial}`;
      const { statusCode, body } = await lambda(eventOf(act, requestId), { awsRequestId: requestId });
      if (statusCode >= 300) throw new Error(`${operation} ${JSON.stringify(act.body ?? act.path)} answered ${body}`);
      return answer.parse(JSON.parse(body));
    },
  };
}
