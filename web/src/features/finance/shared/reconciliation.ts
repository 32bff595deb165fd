import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

/** A month's reconciliation as returned by the API. */
export type Reconciliation = Answered<'finance-show-reconciliation'>;
export type Reconciled = NonNullable<Reconciliation['reconciled']>;
export type Bill = Reconciliation['bills'][number];
export type Difference = Reconciled['exceptions'][number];

const LOOK_AGAIN_MS = 3000;
/** The time after which polling for a bill's result stops, in milliseconds. */
const WAIT_MS = 15 * 60_000;

const isComing = ({ state, openedAt }: Bill): boolean =>
  state === 'awaited' && Date.now() - Date.parse(openedAt) < WAIT_MS;

/** Returns the reconciliation of a month; polled while a bill is being read. */
export const useReconciliation = (month: string, isKnown: boolean) =>
  useQuery({
    queryKey: ['reconciliation', month],
    queryFn: () => take(api.GET('/v1/finance/months/{month}/reconciliation', { params: { path: { month } } })),
    enabled: isKnown,
    refetchInterval: ({ state }) => (state.data?.bills.some(isComing) ? LOOK_AGAIN_MS : false),
  });

/** Formats line numbers as ranges: `3, 5, 7–12`. */
export const lineRanges = (lines: readonly number[]): string => {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
};
