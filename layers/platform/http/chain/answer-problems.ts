import type { MiddlewareObj } from '@middy/core';
import { logError } from '../../runtime/log.ts';
import type { Exchange } from '../exchange.ts';
import { type HttpAnswer, problemAnswer, Refused, refusedBy } from '../problem.ts';

const passing = new Set([
  'TableConflict',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'TransactionConflictException',
  'RequestLimitExceeded',
  'TimeoutError',
  'EngineUnavailable',
]);

/** Converts thrown errors into problem+json: refusals as they are, temporary failures into 503, all others into a plain 500. */
export const answerProblems = (): MiddlewareObj<Exchange, HttpAnswer> => ({
  onError: (request) => {
    const { event: exchange, error } = request;
    if (error instanceof Refused) {
      exchange.refusedBy = error.code;
      request.response = problemAnswer(error, exchange.requestId);
      return;
    }
    logError(exchange.contract.id, error, { requestId: exchange.requestId });
    const refused =
      error && passing.has(error.name)
        ? refusedBy('try-again', undefined, [], { 'retry-after': '1' })
        : refusedBy('internal-error');
    exchange.refusedBy = refused.code;
    request.response = problemAnswer(refused, exchange.requestId);
  },
});
