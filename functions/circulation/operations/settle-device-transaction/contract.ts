import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atListedDesk } from '../../../../layers/platform/http/desk-permission.ts';
import { changedRefusal } from '../../schemas/decisions.ts';
import {
  deviceTransactionSchema,
  exampleDeviceTransaction,
  transactionIdSchema,
} from '../../schemas/device-transactions.ts';

/** Notes that staff have handled a transaction of a device, with who and when. Repeated by anyone it returns who was the first. */
export const contract = operation({
  id: 'circulation-settle-device-transaction',
  context: 'circulation',
  service: 'circulation',
  method: 'PUT',
  path: '/v1/circulation/branches/{branchId}/device-transactions/{transactionId}/handled',
  summary: 'Mark a transaction of a device as handled',
  permission: [atListedDesk],
  owner: 'unknown-transaction',
  touches: { table: 'write' },
  // It can be repeated: the first who handled it stays.
  idempotency: 'none',
  params: z.strictObject({ branchId: branchIdSchema, transactionId: transactionIdSchema }),
  output: deviceTransactionSchema,
  refusals: {
    'unknown-transaction': { status: 404, meaning: 'No device of the branch has this transaction.' },
    ...changedRefusal,
  },
  example: {
    params: { branchId: 'riverton.main', transactionId: 'sip2-0f3c9a' },
    output: { ...exampleDeviceTransaction, handled: { by: 'Jonas Weber', at: '2026-11-30T11:00:00.000Z' } },
  },
  errorImpact: 'What staff have handled stays in the list.',
});
