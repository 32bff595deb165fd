import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { pauseInputSchema, reminderPauseSchema } from '../../domain/reminders/reminder.ts';
import { accountParams, accountWriters } from '../../schemas/accounts.ts';
import { examplePause } from '../../schemas/reminders.ts';

/** Stops the reminders of an invoice until a day, with a reason; a day that has begun ends the pause. */
export const contract = operation({
  id: 'finance-pause-reminders',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/accounts/{memberId}/reminders/pause',
  summary: 'Do not remind a member of an invoice until a day',
  permission: accountWriters,
  touches: { table: 'write' },
  params: accountParams,
  body: pauseInputSchema,
  output: z.strictObject({ pause: reminderPauseSchema }),
  refusals: {
    'unknown-invoice': { status: 404, meaning: 'The account has no such invoice.' },
    'too-long': { status: 422, meaning: 'Reminders are stopped for a year at most.' },
    'changed-meanwhile': { status: 409, meaning: 'The same request is being answered already: ask again.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { invoice: '2026-000042', until: '2026-12-15', reason: 'The council pays in December' },
    output: { pause: examplePause },
  },
  errorImpact: 'Members are reminded of invoices although finance staff agreed otherwise.',
});
