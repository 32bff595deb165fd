import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Email, surelyNotSent } from '../../../layers/platform/queues/email.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ReminderDeps } from '../deps.ts';
import { type OverdueInvoice, remindable } from '../domain/reminders/overdue-invoices.ts';
import type { Reminder } from '../domain/reminders/reminder.ts';
import { reminderEmail } from '../domain/reminders/reminder-email.ts';
import type { Billing } from '../domain/statements/billing-policy.ts';

/** An overdue invoice to be reminded at a level: of the member's account as read at version `v`. */
export type Reminding = {
  member: { memberId: string; name: string };
  invoice: OverdueInvoice;
  level: number;
  v: number;
  billing: Billing;
  by: string;
  now: number;
};

/**
 * The result: sent; the member has no address or the deployment no sender; the level was claimed or the account written meanwhile; or the
 * mail service refused it.
 */
export type Reminded =
  | { reminder: Reminder }
  | { against: 'no-address' | 'no-sender' | 'changed-meanwhile' | 'not-sent' };

/**
 * Sends one reminder of an invoice. Its level is claimed first, while nothing was written to the account, and recorded as sent afterwards: a
 * level is never sent twice. An e-mail that the service certainly refused gives the level back. Throws when the service does not answer: the
 * reminder then remains `sending`.
 */
export const remind = async (
  { reminders, sendReminder, site }: ReminderDeps,
  { member, invoice, level, v, billing, by, now }: Reminding,
  writes: readonly Write[] = [],
): Promise<Reminded> => {
  const buyer = billing.buyers?.find(({ memberId }) => memberId === member.memberId);
  if (buyer?.email === undefined) return { against: 'no-address' };
  if (!sendReminder) return { against: 'no-sender' };
  const about = { invoice: invoice.invoice, amount: remindable(invoice), currency: invoice.currency };
  const reminder: Reminder = { ...about, level, state: 'sending', at: iso(now), by };
  const to = { buyer, memberName: member.name, site: await site() };
  const email: Email = { to: buyer.email, ...reminderEmail(billing, invoice, level, to) };
  if (!(await reminders.claim(member.memberId, reminder, v, writes))) return { against: 'changed-meanwhile' };
  try {
    await sendReminder(email);
  } catch (error) {
    if (!surelyNotSent(error)) throw error;
    await reminders.release(member.memberId, reminder);
    return { against: 'not-sent' };
  }
  await reminders.settle(member.memberId, reminder);
  return { reminder: { ...reminder, state: 'sent' } };
};
