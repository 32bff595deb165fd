import { iso } from '../../../layers/platform/runtime/clock.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import { billingAt } from '../data/billing-in-force.ts';
import type { ReminderDeps } from '../deps.ts';
import { isReminderDue } from '../domain/reminders/overdue-invoices.ts';
import type { Billing } from '../domain/statements/billing-policy.ts';
import { loadOverdue } from './load-overdue.ts';
import { remind } from './remind.ts';

/** The actor of reminders that nobody sent by hand. */
const SCHEDULE = 'schedule';
/** The number of members whose accounts are read concurrently. */
const AT_ONCE = 8;

type Member = { memberId: string; name: string };

/** Sends the reminders of a member that are due, and returns their number. A failure of one does not affect the others. */
const remindMember = async (
  deps: ReminderDeps,
  member: Member,
  { billing, now, operation }: { billing: Billing; now: number; operation: string },
): Promise<number> => {
  const account = await deps.accounts.load(member.memberId);
  const overdue = await loadOverdue(deps, member.memberId, account, { rules: billing.reminders, now });
  const due = overdue.filter((invoice) => isReminderDue(invoice, iso(now).slice(0, 10)));
  let sent = 0;
  for (const invoice of due) {
    const level = invoice.next?.level ?? 1;
    try {
      const done = await remind(deps, { member, invoice, level, v: account.v, billing, by: SCHEDULE, now });
      if ('reminder' in done) sent += 1;
    } catch (error) {
      logError(operation, error, {});
    }
  }
  return sent;
};

/** Sends all reminders that are due by the policy `billing`, and returns their number; none without levels or without a sender of e-mail. */
export const sendDueReminders = async (deps: ReminderDeps, now: number, operation: string): Promise<number> => {
  const billing = await billingAt(deps.policies, now);
  if (billing.reminders.levels.length === 0 || !deps.sendReminder) return 0;
  const addressed = new Set(
    (billing.buyers ?? []).flatMap(({ memberId, email }) => (email === undefined ? [] : memberId)),
  );
  const members = (await deps.directory()).filter(({ memberId }) => addressed.has(memberId));
  const counts = await mapInBatches(members, AT_ONCE, (member) =>
    remindMember(deps, member, { billing, now, operation }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};
