import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { whileUnwritten } from '../data/period-store.ts';
import type { ScenarioDeps } from '../deps.ts';
import { type MonthsClosed, monthsBilled, monthsClosedOf } from '../domain/cost-sharing/months-closed.ts';
import type { Outcome, Scenario } from '../domain/cost-sharing/scenario.ts';
import { isWritten } from '../domain/periods/period-states.ts';

/**
 * Finds the months of a scenario's year whose statements are written already, so that its fees come too late for them, and which part
 * of the fees falls to these. Returns also the checks for the write that adopts the scenario: no further month is written meanwhile.
 */
export const findClosedMonths = async (
  { directory, periods }: Pick<ScenarioDeps, 'directory' | 'periods'>,
  { year }: Pick<Scenario, 'year'>,
  { rows }: Pick<Outcome, 'rows'>,
  now: number,
): Promise<{ closed?: MonthsClosed; checks: Write[] }> => {
  const starts = new Map((await directory()).map((one) => [one.memberId, one.fiscalYearStartsIn]));
  const of = { year, starts, fees: rows.map(({ fee }) => fee) };
  const months = monthsBilled(of);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return { checks: [] };
  const written = (await periods.list(first, last)).filter(({ state }) => isWritten(state));
  const closed = monthsClosedOf(
    of,
    written.map(({ month }) => month),
  );
  const begun = months.filter((month) => month <= iso(now).slice(0, 7) && !closed?.months.includes(month));
  return { ...(closed && { closed }), checks: begun.map(whileUnwritten) };
};
