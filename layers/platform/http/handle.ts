import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import type { Write } from '../dynamodb/write.ts';
import { practiceRuntime } from '../practice/practice-runtime.ts';
import { metered } from '../runtime/meter.ts';
import { composedOn, type Runtime, systemRuntime } from '../runtime/runtime.ts';
import { type Actor, isPractising } from './actor.ts';
import { type Caller, callerOf } from './caller.ts';
import { answerProblems } from './chain/answer-problems.ts';
import { checkOrigin } from './chain/check-origin.ts';
import { logRequest } from './chain/log-request.ts';
import { parseRequest } from './chain/parse-request.ts';
import { findActor, requirePermission } from './chain/require-permission.ts';
import { secureAnswers } from './chain/secure-answers.ts';
import type { AnyContract, OperationContract } from './contract.ts';
import { withEntityTag } from './entity-tag.ts';
import type { Exchange, HttpEvent, Idempotency } from './exchange.ts';
import { answerWrites, onceByKey } from './once-by-key.ts';
import type { Outcome, RefusalOf } from './outcome.ts';
import { type HttpAnswer, Refused } from './problem.ts';

/** The input of a handler: the parsed request and its actor. `now` is epoch milliseconds. */
export type Request<P, Q, B> = {
  actor: Actor | undefined;
  path: P;
  query: Q;
  body: B;
  now: number;
  requestId: string;
  idempotency: Idempotency | undefined;
  /** The credentials and address of the caller; used only by operations that verify credentials themselves. */
  caller: Caller;
};

/** Returns the writes that store a response under the request's Idempotency-Key, for the transaction of the work; none without a key. */
export type Keep<O> = (output: O) => Write[];

/**
 * The Lambda of an operation. `using` returns the same handler on another runtime: tests and the demo set the clock. `with` returns the
 * same handler with some dependencies replaced, for example by an in-memory bucket in a test.
 */
export type OperationHandler<D = object> = ((
  event: HttpEvent,
  context: Pick<Context, 'awsRequestId'>,
) => Promise<HttpAnswer>) & {
  using(runtime: Runtime): OperationHandler<D>;
  with(overrides: Partial<D>): OperationHandler<D>;
  contract: AnyContract;
};

type Refusing = { refused: RefusalOf<string>[]; headers?: Record<string, string>; instead?: string };

const refusal = (contract: AnyContract, { refused, headers, instead: body }: Refusing): Refused => {
  const [first] = refused;
  const known = first && contract.refusals[first.code];
  if (!first || !known)
    throw new Error(`${contract.id} refused by a code that its contract does not list: ${first?.code}`);
  const errors = refused.map(({ pointer = '', ...reason }) => ({ pointer, ...reason }));
  const instead = body === undefined ? undefined : { type: contract.produces ?? 'text/plain', body };
  return new Refused(known.status, first.code, first.detail, errors, headers, instead);
};

const success = (contract: AnyContract, outcome: { ok: unknown; headers?: Record<string, string> }): HttpAnswer => {
  const output = contract.output.parse(outcome.ok);
  // A picture has its own media type in the headers of its outcome.
  const type = contract.produces === undefined ? 'application/json' : `${contract.produces}; charset=utf-8`;
  return {
    statusCode: contract.status ?? 200,
    headers: { 'content-type': type, ...outcome.headers },
    body: contract.produces === undefined ? JSON.stringify(output) : String(output),
    ...(contract.produces === 'image/jpeg' && { isBase64Encoded: true }),
  };
};

const toRequest = (exchange: Exchange): Request<unknown, unknown, unknown> & { keep: Keep<unknown> } => ({
  keep: (ok) => answerWrites(exchange, success(exchange.contract, { ok })),
  actor: exchange.actor,
  path: exchange.parsed?.path,
  query: exchange.parsed?.query,
  body: exchange.parsed?.body,
  now: exchange.startedAt,
  requestId: exchange.requestId,
  idempotency: exchange.idempotency,
  caller: callerOf(exchange),
});

/**
 * Returns the Lambda of an operation. All operations share one chain: log line, origin, actor, path and role, body, permission at its place,
 * idempotency, problem+json. Takes the contract, the composition (stores, once per container) and the five steps of the operation.
 */
export const handle = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  O extends z.ZodType,
  R extends string,
  D,
>(
  contract: OperationContract<P, Q, B, O, R>,
  compose: (runtime: Runtime) => D,
  run: (
    request: Request<z.output<P>, z.output<Q>, z.output<B>> & { keep: Keep<z.input<O>> },
    deps: D & Runtime,
  ) => Promise<Outcome<z.input<O>, R>>,
): OperationHandler<D> => {
  const plain = contract as unknown as AnyContract;
  const work = run as unknown as (
    request: Request<unknown, unknown, unknown> & { keep: Keep<unknown> },
    deps: D & Runtime,
  ) => Promise<Outcome<unknown, string>>;
  const on = (runtimeOf: () => Runtime, overrides: Partial<D>): OperationHandler<D> => {
    let deps: (D & Runtime) | undefined;
    let practice: Runtime | undefined;
    const runtime = (): D & Runtime => {
      if (deps === undefined) {
        const given = runtimeOf();
        deps = { ...composedOn(given, compose), ...overrides, ...given };
      }
      return deps;
    };
    const practising = (): Runtime => {
      practice ??= practiceRuntime(runtimeOf());
      return practice;
    };
    // Nothing that is composed for the deployment is used in practice; what practice lacks is refused before it is composed.
    const depsOf = ({ runtime: given }: Exchange): D & Runtime =>
      given === practice ? { ...composedOn(given, compose), ...given } : runtime();
    const chain = middy<Exchange, HttpAnswer>()
      .use([
        secureAnswers(),
        logRequest(),
        answerProblems(),
        checkOrigin(),
        findActor(),
        parseRequest(),
        requirePermission(),
      ])
      .handler((exchange) =>
        onceByKey(exchange, async () => {
          const outcome = await work(toRequest(exchange), depsOf(exchange));
          if ('refused' in outcome) throw refusal(plain, outcome);
          const answered = success(plain, outcome);
          if (!plain.etag) return answered;
          const { authorization, 'if-none-match': known } = exchange.event.headers;
          const isSignedIn = authorization !== undefined;
          return withEntityTag(answered, known, { ...plain, isSignedIn });
        }),
      );
    const lambda = (event: HttpEvent, context: Pick<Context, 'awsRequestId'>): Promise<HttpAnswer> =>
      metered(async () => {
        const given = isPractising(event.requestContext.authorizer?.lambda) ? practising() : runtime();
        const exchange: Exchange = {
          contract: plain,
          event,
          runtime: given,
          startedAt: given.clock.now(),
          requestId: event.requestContext.requestId,
          lambdaRequestId: context.awsRequestId,
        };
        return (await chain(exchange, context as Context)) as HttpAnswer;
      });
    return Object.assign(lambda, {
      using: (other: Runtime) => on(() => other, overrides),
      with: (others: Partial<D>) => on(runtimeOf, { ...overrides, ...others }),
      contract: plain,
    });
  };
  return on(systemRuntime, {});
};
