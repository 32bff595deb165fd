import {
  answerWrite,
  forgetRequest,
  openRequest,
  type RequestId,
  settleRequest,
} from '../dynamodb/idempotency-store.ts';
import { openTable, TableConflict } from '../dynamodb/table.ts';
import type { Write } from '../dynamodb/write.ts';
import { actorName } from './actor.ts';
import { isSafe } from './contract.ts';
import type { Exchange } from './exchange.ts';
import { type HttpAnswer, Refused, refusedBy } from './problem.ts';

/** The key of a request in its scope, where the chain keeps one. */
const keyOf = ({ contract, idempotency, actor }: Exchange): RequestId | undefined => {
  if (!idempotency || isSafe(contract) || contract.idempotency !== undefined) return undefined;
  return { actor: actorName(actor), operation: contract.id, requestKey: idempotency.key };
};

/**
 * The writes that keep a request's answer under its Idempotency-Key: none without one. In the transaction of the work, so
 * that a worker that dies between its work and its answer did not leave the key open to a second run.
 */
export const answerWrites = (exchange: Exchange, answer: HttpAnswer): Write[] => {
  const id = keyOf(exchange);
  if (id === undefined) return [];
  // Only the commit counts: the use case may lose its race, read again and answer without a write of its own.
  const onWritten = (): void => {
    exchange.answerSaved = true;
  };
  return [{ ...answerWrite(id, exchange.startedAt, answer), onWritten }];
};

/**
 * Runs an unsafe operation once for an Idempotency-Key: in flight 409; the same key and body, the same answer; another body 422.
 * Kept 24 h, scoped to actor and operation. Refusals are not kept: the caller may mend the cause and try again.
 */
export const onceByKey = async (exchange: Exchange, work: () => Promise<HttpAnswer>): Promise<HttpAnswer> => {
  const { idempotency, runtime, startedAt } = exchange;
  const id = keyOf(exchange);
  if (id === undefined || !idempotency) return work();
  const table = openTable(runtime);
  const opened = await openRequest(table, id, idempotency.bodyHash, startedAt);
  if (opened === 'other-body') throw refusedBy('key-reused');
  if (opened === 'in-flight') throw refusedBy('in-flight', undefined, [], { 'retry-after': '1' });
  if (opened !== 'opened') return opened.answer;
  try {
    const answered = await work();
    if (!exchange.answerSaved) await settleRequest(table, id, startedAt, answered);
    return answered;
  } catch (error) {
    // A lost race wrote nothing either: the caller is told to try again, so the key must let it.
    if (error instanceof Refused || error instanceof TableConflict) await forgetRequest(table, id, startedAt);
    throw error;
  }
};
