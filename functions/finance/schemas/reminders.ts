import type { OverdueInvoice } from '../domain/reminders/overdue-invoices.ts';
import type { Reminder, ReminderPause } from '../domain/reminders/reminder.ts';

/** A reminder, for examples in contracts. */
export const exampleReminder: Reminder = {
  ...{ invoice: '2026-000042', level: 1, state: 'sent', at: '2026-11-11T06:00:00.000Z', by: 'schedule' },
  ...{ amount: 1250, currency: 'USD' },
};

/** A pause of the reminders of an invoice. */
export const examplePause: ReminderPause = {
  ...{ invoice: '2026-000042', until: '2026-12-15', reason: 'The council pays in December' },
  ...{ at: '2026-11-24T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' },
};

/** An overdue invoice that was reminded once. */
export const exampleOverdue: OverdueInvoice = {
  ...{ invoice: '2026-000042', currency: 'USD', dueOn: '2026-11-03', open: 1250, disputed: 0 },
  ...{ sent: [exampleReminder], next: { level: 2, on: '2026-11-25' } },
};
