import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { FundDeps } from '../deps.ts';
import { type FiscalYear, postingsOn, yearOn, yearStateOn } from '../domain/fiscal-year.ts';
import { levelsOf } from '../domain/fund.ts';
import { fundView, inTree } from '../domain/fund-view.ts';

type Input = { memberId: string; year: string | undefined; now: number };

/** Lists the fiscal years of a member with their states, and the funds of one as a tree: the current year when none is named. */
export const listFunds = async ({ funds }: Pick<FundDeps, 'funds'>, { memberId, year: asked, now }: Input) => {
  const { years, v } = await funds.years(memberId);
  const dayOf = ({ timeZone }: FiscalYear): string => dayInZone(timeZone, iso(now));
  const chosen = asked === undefined ? yearOn(years, dayOf) : years.find(({ year }) => year === asked);
  if (asked !== undefined && !chosen) return refuse('unknown-fiscal-year', `There is no year ${asked}.`, '/query/year');
  const found = chosen ? await funds.list({ memberId, year: chosen.year }) : [];
  const postings = chosen ? postingsOn(chosen, dayOf(chosen)) : { order: false, invoice: false };
  const byCode = new Map(found.map((fund) => [fund.code, fund]));
  return answer({
    years: years.map((year) => ({ ...year, state: yearStateOn(year, dayOf(year)) })),
    v,
    ...(chosen && { year: chosen.year }),
    funds: inTree(found).map((fund) => fundView(levelsOf(byCode, fund), postings)),
  });
};
