import { millis } from '../../../layers/kernel/calendar/days.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';

/** Returns the number of a patron's overdue loans (C35). Reads only when the consortium sets a limit and the patron has any loans. */
export const countOverdue = async (
  { items }: CirculationStores,
  patron: PatronStatus,
  most: number | null | undefined,
  at: string,
): Promise<{ overdue?: number }> => {
  if (typeof most !== 'number' || patron.counters.loans === 0) return {};
  const lent = await items.lentTo(patron.patronId);
  return { overdue: lent.filter(({ loan }) => loan && millis(loan.due) < millis(at)).length };
};
