import { work } from '../../../../layers/platform/http/work.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import { attributeUsage, count } from '../../../../layers/platform/runtime/meter.ts';
import { draftStatements } from '../../data/draft-statements.ts';
import { bookStatements } from '../../use-cases/book-statements.ts';
import { budgetWatch } from '../../use-cases/budget-watch.ts';
import { type PeriodHouse, periodHouse } from '../../use-cases/period-house.ts';
import { contract } from './contract.ts';

/** How the workflow goes on: wait for the next step of the period as it is at `v`, go on at once, or end. */
export type PeriodWay = { month: string; next: 'wait' | 'again' | 'end'; seconds: number; v: number };

/** A step that nobody told of is noticed after so long all the same. */
const LOOK_AGAIN_SECONDS = 6 * 3600;
/** Of the function's five minutes, so long is booked at most: the rest is for the statement at hand and the answer. */
const BOOKING_MS = 200_000;

/**
 * What a statement comes to counts from its close on: budgets hear of it now, and not hours later. A close stands though they do
 * not: the watch of every six hours tells what is not told.
 */
const holdBudgets = async (watch: (now: number) => Promise<number>, now: number): Promise<void> => {
  try {
    await watch(now);
  } catch (error) {
    logError(contract.id, error, {});
  }
};

const advance = async (
  { watch, ...house }: PeriodHouse & { watch: (now: number) => Promise<number> },
  month: string,
  at: { now: number; timeLeft: () => boolean },
): Promise<PeriodWay> => {
  await draftStatements(house, month, at.now);
  const closed = await bookStatements(house, month, at);
  const { period, v } = await house.periods.load(month);
  const way = { month, seconds: LOOK_AGAIN_SECONDS, v };
  if (closed) await holdBudgets(watch, at.now);
  if (closed || period.state === 'open') return { ...way, next: 'end' };
  const unwritten = period.state === 'reconciled' && !period.draft && period.blocked === undefined;
  return { ...way, next: period.state === 'approved' || unwritten ? 'again' : 'wait' };
};

export const handler = work(
  contract,
  (runtime) => ({ ...periodHouse(runtime), watch: budgetWatch(runtime) }),
  async ({ month }: { month: string }, { clock, ...house }, { now }): Promise<PeriodWay> => {
    // A month is everybody's: a step of a workflow has no cause, and without a word would be nobody's use.
    attributeUsage({ caller: 'consortium' });
    count({ transitions: 3 });
    return advance(house, month, { now, timeLeft: () => clock.now() - now < BOOKING_MS });
  },
);
