import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { StoredAccount } from '../data/account-store.ts';
import type { ReminderStore } from '../data/reminder-store.ts';
import { mayBeOverdue, type OverdueInvoice, overdueInvoices } from '../domain/reminders/overdue-invoices.ts';
import type { ReminderRules } from '../domain/reminders/reminder.ts';
import { type DisputedDeps, disputedAmounts } from './disputed-amounts.ts';

export type OverdueDeps = DisputedDeps & { reminders: ReminderStore };

/** Returns the overdue invoices of a member's account, each with its reminders and the next one by the rules. `now` in epoch ms. */
export const loadOverdue = async (
  deps: OverdueDeps,
  memberId: string,
  { lines }: Pick<StoredAccount, 'lines'>,
  { rules, now }: { rules: ReminderRules; now: number },
): Promise<OverdueInvoice[]> => {
  const today = iso(now).slice(0, 10);
  if (!mayBeOverdue(lines, today)) return [];
  const [stored, disputed] = await Promise.all([deps.reminders.of(memberId), disputedAmounts(deps, memberId)]);
  return overdueInvoices(lines, { ...stored, rules, disputed, today });
};
