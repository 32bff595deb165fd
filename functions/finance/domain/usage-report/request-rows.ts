import type { MeteredLine } from '../metering/join.ts';
import type { ReportLine } from './model.ts';
import { openToRequests } from './requests.ts';
import { amountView } from './view.ts';
import type { AmountView } from './view-schema.ts';

/** A request as finance reads it: what it used and what that cost. */
export type RequestRow = {
  requestId: string;
  at: string;
  status: number;
  because: string;
  invocations: number;
  megabyteMs: number;
  writeUnits: number;
  readUnits: number;
  bytesOut: number;
  amount: AmountView;
};

/**
 * The requests of a line with their share of its cost, in the order of time. Where the line is not there (yet), each costs
 * nothing: the sums of a batch and its requests are written together, so that is only when there is nothing to show.
 */
export const requestRows = (line: ReportLine | undefined, requests: readonly MeteredLine[]): RequestRow[] => {
  const costs = line ? openToRequests(line, requests).requests : [];
  const amounts = new Map(costs.map(({ requestId, at, amount }) => [`${requestId} ${at}`, amount]));
  return requests
    .map(({ requestId, at, status, because, units, billed }) => ({
      requestId,
      at,
      status,
      because,
      invocations: billed.invocations,
      megabyteMs: billed.megabyteMs,
      writeUnits: units.writeUnits,
      readUnits: units.readUnits,
      bytesOut: units.bytesOut,
      amount: amountView(amounts.get(`${requestId} ${at}`) ?? 0n),
    }))
    .toSorted((a, b) => (a.at === b.at ? (a.requestId < b.requestId ? -1 : 1) : a.at < b.at ? -1 : 1));
};
