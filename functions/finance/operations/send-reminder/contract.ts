import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { MOST_REMINDERS, reminderSchema } from '../../domain/reminders/reminder.ts';
import { accountParams, accountWriters } from '../../schemas/accounts.ts';
import { exampleReminder } from '../../schemas/reminders.ts';

/**
 * Sends the next reminder of an overdue invoice to the member’s billing address before its day. Each level of an invoice is sent once: a
 * repeated request, which names the same level, sends nothing.
 */
export const contract = operation({
  id: 'finance-send-reminder',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/accounts/{memberId}/reminders',
  summary: 'Send a reminder of an overdue invoice',
  permission: accountWriters,
  touches: { table: 'write', email: true, site: true },
  idempotency: 'none',
  params: accountParams,
  body: z.strictObject({
    invoice: z.string().min(1).max(40),
    level: z.int().min(1).max(MOST_REMINDERS).describe('The next level of this invoice'),
  }),
  status: 201,
  output: z.strictObject({ reminder: reminderSchema }),
  refusals: {
    'not-overdue': { status: 409, meaning: 'The member has no overdue invoice of this number.' },
    'all-sent': { status: 409, meaning: 'All reminders of this invoice were sent, by the rules for billing.' },
    'wrong-level': {
      status: 409,
      meaning: 'Another level is the next: it was sent already, or an earlier one was not.',
    },
    disputed: { status: 409, meaning: 'All that is open of the invoice is in dispute.' },
    paused: { status: 409, meaning: 'The invoice is not reminded until a later day.' },
    'no-address': { status: 409, meaning: 'The rules for billing have no e-mail address of the member.' },
    'no-sender': { status: 409, meaning: 'The deployment has no sender of e-mail.' },
    'not-sent': { status: 409, meaning: 'The e-mail service refused the e-mail.' },
    'changed-meanwhile': { status: 409, meaning: 'The account was changed at the same time: it may be paid.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { invoice: '2026-000042', level: 1 },
    output: { reminder: exampleReminder },
  },
  errorImpact: 'Finance staff cannot remind members of overdue invoices.',
});
