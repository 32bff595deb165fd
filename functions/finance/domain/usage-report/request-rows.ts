import type { MeteredLine } from '../metering/join.ts';
import type { ReportLine } from './model.ts';
import { openToRequests } from './requests.ts';
import { amountView } from './view.ts';
import type { AmountView } from './view-schema.ts';

/** A request in finance's view: its usage and cost. */
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
 * Returns the requests of a line with their share of its cost, in time order. Without a line, each costs nothing: a batch's sums and
 * requests are written together, so that happens only when there is nothing to show.
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
