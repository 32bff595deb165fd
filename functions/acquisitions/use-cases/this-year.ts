import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { SelectingDeps } from '../deps.ts';
import { type FiscalYear, yearOn } from '../domain/fiscal-year.ts';

/** Returns the fiscal year of a library that runs at a time, or else the one that ended last; undefined for a library without years. */
export const thisYear = async (
  { funds }: Pick<SelectingDeps, 'funds'>,
  { memberId, now }: { memberId: string; now: number },
): Promise<FiscalYear | undefined> =>
  yearOn((await funds.years(memberId)).years, ({ timeZone }) => dayInZone(timeZone, iso(now)));
