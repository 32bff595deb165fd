import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import { type PeriodStore, whileUnwritten } from '../data/period-store.ts';
import { type MonthsClosed, monthsBilled, monthsClosedOf } from '../domain/cost-sharing/months-closed.ts';
import type { Outcome, Scenario } from '../domain/cost-sharing/scenario.ts';
import { isWritten } from '../domain/periods/period-states.ts';

/**
 * Which months of a scenario's year have their statements written already, so that its fees come too late for them, and what of
 * the fees falls to these; with the checks for the write that adopts it, that no further month is written meanwhile.
 */
export const monthsClosed = async (
  { table, periods }: { table: Table; periods: Pick<PeriodStore, 'list'> },
  { year }: Pick<Scenario, 'year'>,
  { rows }: Pick<Outcome, 'rows'>,
  now: number,
): Promise<{ closed?: MonthsClosed; checks: Write[] }> => {
  const starts = new Map((await readDirectory(table)).map((one) => [one.memberId, one.fiscalYearStartsIn]));
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
