import { iso } from '../runtime/clock.ts';
import type { Attribution, Units } from '../runtime/meter.ts';
import { currentUsage, noUnits } from '../runtime/meter.ts';
import type { Exchange } from './exchange.ts';
import type { HttpAnswer } from './problem.ts';

const bytes = (text: string | undefined): number => (text === undefined ? 0 : Buffer.byteLength(text));

/** HTTP APIs bill a request in steps of 512 KB. */
const httpStep = 512 * 1024;

export type UsageLine = {
  t: 'usage';
  requestId: string;
  lambdaRequestId: string;
  at: string;
  operation: string;
  context: string;
  service: string;
  member: string;
  because: string;
  status: number;
  code?: string;
  ms: number;
  units: Units & { httpUnits: number; bytesIn: number; bytesOut: number };
};

/** The one line a request logs: what it used, whose use it is, how it ended. No patron, no card, no title (privacy). */
export const usageLine = (exchange: Exchange, answer: HttpAnswer, fallback: Attribution): UsageLine => {
  const usage = currentUsage();
  const attribution = usage?.attribution ?? fallback;
  const bytesIn = bytes(exchange.event.body);
  const bytesOut = bytes(answer.body);
  const code = answer.statusCode >= 400 ? (JSON.parse(answer.body || '{}') as { code?: string }).code : undefined;
  return {
    t: 'usage',
    requestId: exchange.requestId,
    lambdaRequestId: exchange.lambdaRequestId,
    at: iso(exchange.startedAt),
    operation: exchange.contract.id,
    context: exchange.contract.context,
    service: exchange.contract.service,
    member: attribution.member,
    because: attribution.because,
    status: answer.statusCode,
    ...(code ? { code } : {}),
    ms: exchange.runtime.clock.now() - exchange.startedAt,
    units: {
      ...(usage?.units ?? noUnits()),
      httpUnits: Math.max(1, Math.ceil(Math.max(bytesIn, bytesOut) / httpStep)),
      bytesIn,
      bytesOut,
    },
  };
};
