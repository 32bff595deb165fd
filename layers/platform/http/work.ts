import type { Evidence } from '../../kernel/usage/attribution.ts';
import { shortLine } from '../../kernel/usage/short-line.ts';
import { noWork, plus, shareWork } from '../../kernel/usage/units.ts';
import { log, logError } from '../runtime/log.ts';
import { currentUsage, metered, type Usage } from '../runtime/meter.ts';
import { type Runtime, systemRuntime } from '../runtime/runtime.ts';
import type { ConsumerContract, Trigger } from './consumer.ts';
import { answersWarmUp } from './warm-up.ts';
import { workLines } from './work-lines.ts';

/** The input of background work beside its event. `now` is epoch milliseconds at its start. */
export type Work = { now: number; lambdaRequestId: string };

/**
 * A Lambda that is not called over HTTP. `using` returns the same work on another runtime: tests set the clock. `with` returns the same
 * work with some dependencies replaced.
 */
export type Worker<E, A, D = object> = ((event: E, context: { awsRequestId: string }) => Promise<A>) & {
  using(runtime: Runtime): Worker<E, A, D>;
  with(overrides: Partial<D>): Worker<E, A, D>;
  contract: ConsumerContract;
};

/** Work for all members has no cause; a record, message or step has one and states it by `attributeUsage` or `causedBy`. */
const callers: Record<Trigger['by'], Evidence['caller']> = {
  authorizer: 'anonymous',
  'user-pool': 'consortium',
  stream: 'work',
  queue: 'work',
  task: 'work',
  'bucket-event': 'work',
  logs: 'consortium',
  schedule: 'consortium',
  hand: 'consortium',
  deploy: 'consortium',
};

/** The messages that the platform receives, and afterwards deletes, with one request. */
const RECEIVED_TOGETHER = 10;

/**
 * Adds the requests by which the platform took an event's messages from their queue, and those by which it deletes them. The pieces of
 * the work share them, so that each cause pays for its own messages.
 */
const withReceived = ({ trigger }: ConsumerContract, usage: Usage, event: unknown): Usage => {
  const { Records: messages = [] } = trigger.by === 'queue' ? (event as { Records?: readonly unknown[] }) : {};
  if (messages.length === 0) return usage;
  const received = { ...noWork(), queueMessages: 2 * Math.ceil(messages.length / RECEIVED_TOGETHER) };
  if (usage.parts.length === 0) return { ...usage, units: plus(usage.units, received) };
  const shares = shareWork(received, new Map(usage.parts.map((_, at) => [String(at), 1])));
  const parts = usage.parts.map((part, at) => ({
    ...part,
    units: plus(part.units, shares.get(String(at)) ?? noWork()),
  }));
  return { ...usage, parts };
};

type Ended = { startedAt: number; ms: number; failed: boolean; lambdaRequestId: string };

const writeLines = (contract: ConsumerContract, usage: Usage, ended: Ended): void => {
  // The log reader does not read its own log: its line would cost money and nothing would read it.
  if (contract.trigger.by === 'logs') return;
  const own: Evidence = { caller: callers[contract.trigger.by], ...usage.evidence };
  for (const line of workLines(contract, { ...usage, evidence: own }, ended)) log(shortLine(line));
};

/**
 * Returns the Lambda of background work: its usage is counted and logged as the line that finance meters (one for each cause when
 * `causedBy` was used); an error is logged and rethrown, so that the platform retries. Takes the contract, the composition (once per
 * container) and the work.
 */
export const work = <E, A, D>(
  contract: ConsumerContract,
  compose: (runtime: Runtime) => D,
  run: (event: E, deps: D & Runtime, about: Work) => Promise<A>,
): Worker<E, A, D> => {
  const on = (runtimeOf: () => Runtime, overrides: Partial<D>): Worker<E, A, D> => {
    let deps: (D & Runtime) | undefined;
    const composed = (): D & Runtime => {
      if (deps === undefined) {
        const runtime = runtimeOf();
        deps = { ...compose(runtime), ...overrides, ...runtime };
      }
      return deps;
    };
    const lambda = async (event: E, context: { awsRequestId: string }): Promise<A> => {
      // The platform ignores what a warm-up call returns.
      if (answersWarmUp(event, context, () => runtimeOf().clock)) return undefined as A;
      const lambdaRequestId = context.awsRequestId;
      return metered(async (usage) => {
        const { clock } = runtimeOf();
        const startedAt = clock.now();
        let failed = true;
        try {
          const done = await run(event, composed(), { now: startedAt, lambdaRequestId });
          failed = false;
          return done;
        } catch (error) {
          logError(contract.id, error, { lambdaRequestId });
          throw error;
        } finally {
          const ms = Math.max(0, clock.now() - startedAt);
          writeLines(contract, withReceived(contract, currentUsage() ?? usage, event), {
            startedAt,
            ms,
            failed,
            lambdaRequestId,
          });
        }
      });
    };
    return Object.assign(lambda, {
      using: (other: Runtime) => on(() => other, overrides),
      with: (others: Partial<D>) => on(runtimeOf, { ...overrides, ...others }),
      contract,
    });
  };
  return on(systemRuntime, {});
};
