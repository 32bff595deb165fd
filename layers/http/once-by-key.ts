import { forgetRequest, openRequest, settleRequest } from '../data/idempotency-store.ts';
import { openTable, TableConflict } from '../data/table.ts';
import { actorName } from './actor.ts';
import { isSafe } from './contract.ts';
import type { Exchange } from './exchange.ts';
import { type HttpAnswer, Refused, refusedBy } from './problem.ts';

/**
 * Runs an unsafe operation once for an Idempotency-Key: in flight 409; the same key and body, the same answer; another body 422.
 * Kept 24 h, scoped to actor and operation. Refusals are not kept: the caller may mend the cause and try again.
 */
export const onceByKey = async (exchange: Exchange, work: () => Promise<HttpAnswer>): Promise<HttpAnswer> => {
  const { contract, idempotency, runtime } = exchange;
  if (!idempotency || isSafe(contract) || contract.idempotency !== undefined) return work();
  const table = openTable(runtime);
  const id = { actor: actorName(exchange.actor), operation: contract.id, requestKey: idempotency.key };
  const opened = await openRequest(table, id, idempotency.bodyHash, exchange.startedAt);
  if (opened === 'other-body') throw refusedBy('key-reused');
  if (opened === 'in-flight') throw refusedBy('in-flight', undefined, [], { 'retry-after': '1' });
  if (opened !== 'opened') return opened.answer;
  try {
    const answered = await work();
    await settleRequest(table, id, answered);
    return answered;
  } catch (error) {
    // A lost race wrote nothing either: the caller is told to try again, so the key must let it.
    if (error instanceof Refused || error instanceof TableConflict) await forgetRequest(table, id);
    throw error;
  }
};
