import type { MiddlewareObj } from '@middy/core';
import { attribute, defaultAttributionPolicy, type Evidence } from '../../../kernel/usage/attribution.ts';
import { shortLine } from '../../../kernel/usage/short-line.ts';
import { noUnits } from '../../../kernel/usage/units.ts';
import type { UsageLine } from '../../../kernel/usage/usage-line.ts';
import { iso } from '../../runtime/clock.ts';
import { log } from '../../runtime/log.ts';
import { currentUsage } from '../../runtime/meter.ts';
import { evidenceOf } from '../evidence.ts';
import type { Exchange } from '../exchange.ts';
import type { HttpAnswer } from '../problem.ts';

const bytes = (text: string | undefined): number => (text === undefined ? 0 : Buffer.byteLength(text));

/** HTTP APIs bill a request in steps of 512 KB. */
const httpStep = 512 * 1024;

/**
 * Returns the log line of a request: its usage, attribution and outcome. No patron, no card, no title (privacy). It includes the
 * evidence, so that metering can apply the attribution policy in force; `member` follows the initial policy.
 */
const usageLine = (
  exchange: Exchange,
  answer: HttpAnswer,
  own: Evidence,
): UsageLine & { evidence: Evidence; code?: string } => {
  const usage = currentUsage();
  const evidence = { ...own, ...usage?.evidence };
  const bytesIn = bytes(exchange.event.body);
  const bytesOut = bytes(answer.body);
  const code = answer.statusCode >= 400 ? exchange.refusedBy : undefined;
  return {
    t: 'usage',
    requestId: exchange.requestId,
    lambdaRequestId: exchange.lambdaRequestId,
    at: iso(exchange.startedAt),
    operation: exchange.contract.id,
    context: exchange.contract.context,
    service: exchange.contract.service,
    ...attribute(defaultAttributionPolicy, evidence),
    evidence,
    status: answer.statusCode,
    ...(code ? { code } : {}),
    ms: Math.max(0, exchange.runtime.clock.now() - exchange.startedAt),
    units: {
      ...noUnits(),
      ...usage?.units,
      httpUnits: Math.max(1, Math.ceil(Math.max(bytesIn, bytesOut) / httpStep)),
      bytesIn,
      bytesOut,
    },
  };
};

const write = (exchange: Exchange, answer: HttpAnswer | null | undefined): void => {
  log(shortLine(usageLine(exchange, answer ?? { statusCode: 500, headers: {}, body: '' }, evidenceOf(exchange))));
};

/** Writes one structured log line per request, successful or refused: finance meters it and IT searches it by request id. */
export const logRequest = (): MiddlewareObj<Exchange, HttpAnswer> => ({
  after: (request) => write(request.event, request.response),
  onError: (request) => write(request.event, request.response),
});
