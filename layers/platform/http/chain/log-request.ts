import type { MiddlewareObj } from '@middy/core';
import { shortLine } from '../../../kernel/usage/short-line.ts';
import { log } from '../../runtime/log.ts';
import { evidenceOf } from '../evidence.ts';
import type { Exchange } from '../exchange.ts';
import type { HttpAnswer } from '../problem.ts';
import { usageLine } from '../usage-line.ts';

const write = (exchange: Exchange, answer: HttpAnswer | null | undefined): void => {
  log(shortLine(usageLine(exchange, answer ?? { statusCode: 500, headers: {}, body: '' }, evidenceOf(exchange))));
};

/** Writes one structured log line per request, successful or refused: finance meters it and IT searches it by request id. */
export const logRequest = (): MiddlewareObj<Exchange, HttpAnswer> => ({
  after: (request) => write(request.event, request.response),
  onError: (request) => write(request.event, request.response),
});
