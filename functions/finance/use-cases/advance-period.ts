import { logError } from '../../../layers/platform/runtime/log.ts';
import type { BudgetWatchDeps, ClosingDeps } from '../deps.ts';
import { closePeriod } from './close-period.ts';
import { draftStatements } from './draft-statements.ts';
import { watchBudgets } from './watch-budgets.ts';

/** How the workflow continues: it waits for the next step of the period as it is at `v`, runs again at once, or ends. */
export type NextStep = { month: string; next: 'wait' | 'again' | 'end'; seconds: number; v: number };

/** A step of which no notice came is found after so many seconds. */
const POLL_SECONDS = 6 * 3600;

/**
 * Checks the budgets, for which a statement counts from its close on: alerts go out now, and not hours later. A close stands also when
 * this fails, since the watch of every six hours raises the same alerts.
 */
const checkBudgets = async (deps: BudgetWatchDeps, now: number, operation: string): Promise<void> => {
  try {
    await watchBudgets(deps, now);
  } catch (error) {
    logError(operation, error, {});
  }
};

/** Advances a period by what is due: writes its statements once it is reconciled, closes it once it is approved. */
export const advancePeriod = async (
  { closing, watch }: { closing: ClosingDeps; watch: BudgetWatchDeps },
  month: string,
  { now, timeLeft, operation }: { now: number; timeLeft: () => boolean; operation: string },
): Promise<NextStep> => {
  await draftStatements(closing, month, now);
  const closed = await closePeriod(closing, month, { now, timeLeft });
  const { period, v } = await closing.periods.load(month);
  const step = { month, seconds: POLL_SECONDS, v };
  if (closed) await checkBudgets(watch, now, operation);
  if (closed || period.state === 'open') return { ...step, next: 'end' };
  const unwritten = period.state === 'reconciled' && !period.draft && period.blocked === undefined;
  return { ...step, next: period.state === 'approved' || unwritten ? 'again' : 'wait' };
};
