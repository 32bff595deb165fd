import { logError } from '../../../layers/platform/runtime/log.ts';
import type { BudgetWatchDeps, ClosingDeps } from '../deps.ts';
import { closePeriod } from './close-period.ts';
import { draftStatements } from './draft-statements.ts';
import { watchBudgets } from './watch-budgets.ts';

/** How the workflow continues: it waits for the next step of the period at version `v`, runs again immediately, or ends. */
export type NextStep = { month: string; next: 'wait' | 'again' | 'end'; seconds: number; v: number };

/** The seconds after which a step without notification is found. */
const POLL_SECONDS = 6 * 3600;

/**
 * Checks the budgets, for which a statement counts from its close on, so that alerts are sent immediately and not hours later. A failure
 * does not affect the close, since the check every six hours raises the same alerts.
 */
const checkBudgets = async (deps: BudgetWatchDeps, now: number, operation: string): Promise<void> => {
  try {
    await watchBudgets(deps, now);
  } catch (error) {
    logError(operation, error, {});
  }
};

/** Advances a period: writes its statements once it is reconciled, closes it once it is approved. */
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
