import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { FundDeps } from '../deps.ts';
import { yearStateOn } from '../domain/fiscal-year.ts';

/** Returns the fiscal year of a request with its state, and the years as read. Refuses an unknown and a closed one. */
export const openYear = async (
  { funds }: Pick<FundDeps, 'funds'>,
  { memberId, year: code }: { memberId: string; year: string },
  now: number,
) => {
  const found = await funds.years(memberId);
  const year = found.years.find((one) => one.year === code);
  if (!year) return refuse('unknown-fiscal-year', `There is no year ${code}.`, '/path/year');
  const state = yearStateOn(year, dayInZone(year.timeZone, iso(now)));
  return state === 'closed' ? refuse('year-closed', `${year.name} is closed.`, '/path/year') : { found, year, state };
};
