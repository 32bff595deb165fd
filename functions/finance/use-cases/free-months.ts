import { monthsFrom, shiftedMonth } from '../../../layers/kernel/calendar/month.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { type PeriodStore, whileUnwritten } from '../data/period-store.ts';
import { isWritten } from '../domain/periods/period-states.ts';

/** How many months a decision may reach back: the write that adopts it checks them all. */
const MONTHS_BACK = 24;

/** The reason why a decision about past months is not adopted. */
export type MonthsRefused = { refused: 'in-the-past' | 'period-written'; detail: string; pointer: string };

/** Returns the refusal for a month with written statements, whose input must not change. */
const periodWritten = (month: string, state: string): MonthsRefused => ({
  refused: 'period-written',
  detail: `The period ${month} is ${state}: let the change begin after it, or open it again while it is not closed.`,
  pointer: '/body/effectiveFrom',
});

/**
 * Checks a decision from an instant (epoch ms) on against the affected periods from its month to the current one. Returns the checks for
 * the write: that no such month has written statements. Refuses `in-the-past` (more than 24 months back), `period-written`.
 */
export const freeMonths = async (
  periods: Pick<PeriodStore, 'list'>,
  { begins, now }: { begins: number; now: number },
  touches: (month: string) => boolean = () => true,
): Promise<{ checks: Write[] } | MonthsRefused> => {
  const [from, to] = [iso(begins).slice(0, 7), iso(now).slice(0, 7)];
  const count = Math.max(0, monthsFrom(from, to));
  if (count > MONTHS_BACK + 1) {
    const detail = `It begins ${MONTHS_BACK} months back at most.`;
    return { refused: 'in-the-past', detail, pointer: '/body/effectiveFrom' };
  }
  const months = Array.from({ length: count }, (_, place) => shiftedMonth(from, place)).filter(touches);
  const found = count === 0 ? [] : await periods.list(from, to);
  const written = found.find(({ month, state }) => months.includes(month) && isWritten(state));
  if (written) return periodWritten(written.month, written.state);
  return { checks: months.map(whileUnwritten) };
};
