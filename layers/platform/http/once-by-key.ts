import {
  answerWrite,
  forgetRequest,
  openRequest,
  type RequestId,
  settleRequest,
} from '../dynamodb/idempotency-store.ts';
import { openTable, TableConflict } from '../dynamodb/table.ts';
import type { Write } from '../dynamodb/write.ts';
import { callerName } from './actor.ts';
import { isSafe } from './contract.ts';
import type { Exchange } from './exchange.ts';
import { type HttpAnswer, Refused, refusedBy } from './problem.ts';

/** Returns the key of a request with its scope, when the chain stores one. */
const keyOf = ({ contract, idempotency, actor }: Exchange): RequestId | undefined => {
  if (!idempotency || isSafe(contract) || contract.idempotency !== undefined) return undefined;
  return { actor: callerName(actor), operation: contract.id, requestKey: idempotency.key };
};

/**
 * Returns the writes that store a request's response under its Idempotency-Key; none without a key. They belong in the transaction of
 * the work: a worker that crashes before it responds does not leave the key open to a second run.
 */
export const answerWrites = (exchange: Exchange, answer: HttpAnswer): Write[] => {
  const id = keyOf(exchange);
  if (id === undefined) return [];
  // Only the commit counts: after a conflict the use case may read again and respond without a write of its own.
  const onWritten = (): void => {
    exchange.answerSaved = true;
  };
  return [{ ...answerWrite(id, exchange.startedAt, answer), onWritten }];
};

/**
 * Runs an unsafe operation once for an Idempotency-Key: 409 while in flight; the same response for the same key and body; 422 for
 * another body. Keys are stored for 24 h, scoped to actor and operation. Refusals are not stored: the caller may fix the cause and
 * retry.
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
    // A conflict wrote nothing either: the response asks for a retry, so the key must permit it.
    if (error instanceof Refused || error instanceof TableConflict) await forgetRequest(table, id, startedAt);
    throw error;
  }
};
