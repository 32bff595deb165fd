import { logError } from '../../../layers/platform/runtime/log.ts';
import type { BudgetWatchDeps, ReminderDeps } from '../deps.ts';
import { sendDueReminders } from './send-due-reminders.ts';
import { watchBudgets } from './watch-budgets.ts';

/**
 * Watches budgets and sends the reminders that are due. Budgets are watched also when reminders fail: the next run sends those. Returns the
 * numbers of alerts and reminders.
 */
export const runDailyWork = async (
  { watch, reminding }: { watch: BudgetWatchDeps; reminding: ReminderDeps },
  now: number,
  operation: string,
): Promise<{ raised: number; reminded: number }> => {
  let reminded = 0;
  try {
    reminded = await sendDueReminders(reminding, now, operation);
  } catch (error) {
    logError(operation, error, {});
  }
  return { raised: await watchBudgets(watch, now), reminded };
};
