import type { MonthsSince } from '../../../patrons/public/patron-uses.ts';
import { type Channel, channels } from './channel.ts';

/** What a decision met that the records which it writes do not show afterwards. */
export type DecisionContext = {
  /** The time zone of the calendar by which it was decided. */
  zone: string;
  channel: Channel;
  /** The patron's counters before; a check-in reads no patron. */
  counters?: { loans: number; holds: number; owed: number };
  /** How long ago the patron's earlier uses were. */
  since?: MonthsSince;
};

const MARK = '~';
const figure = (value: number | null): string => (value === null ? '-' : String(value));
const figureOf = (text = '-'): number | null => (text === '-' ? null : Number(text));

/** Packs a context into a line beside the facts of the write: the record of an item has 1 KB. The relay leaves it out of the facts. */
export const packContext = ({ zone, channel, counters, since }: DecisionContext): string =>
  [
    `${MARK}${zone}`,
    channels.indexOf(channel),
    ...(counters ? [`${counters.loans}.${counters.holds}.${counters.owed}`] : []),
    ...(counters && since ? [[since.use, since.loan, since.loanHere].map(figure).join('.')] : []),
  ].join(' ');

/** Returns the context among the lines of a write's facts; undefined for a write without one. */
export const contextIn = (encodedFacts: string | undefined): DecisionContext | undefined => {
  const line = encodedFacts?.split('\n').find((one) => one.startsWith(MARK));
  if (line === undefined) return undefined;
  const [zone = '', channel, counters, since] = line.slice(MARK.length).split(' ');
  const [loans = 0, holds = 0, owed = 0] = counters?.split('.').map(Number) ?? [];
  const [use, loan, loanHere] = since?.split('.') ?? [];
  return {
    zone,
    channel: channels[Number(channel)] ?? 'system',
    ...(counters !== undefined && { counters: { loans, holds, owed } }),
    ...(since !== undefined && {
      since: { use: figureOf(use), loan: figureOf(loan), loanHere: figureOf(loanHere) },
    }),
  };
};
