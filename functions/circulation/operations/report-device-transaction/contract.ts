import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { deviceKinds, deviceStates } from '../../domain/devices/device-transaction.ts';
import { atSelfCheck, changedRefusal } from '../../schemas/decisions.ts';
import { transactionIdSchema } from '../../schemas/device-transactions.ts';

const reportStates = [...deviceStates, 'recorded'] as const;

/**
 * Reports what a device did and Concord did not record as the device did it, for the staff of the branch: refused, waiting, unreadable, lent
 * until another day than the device gave, or lent against a rule; and payments that were taken and not recorded. `recorded` takes a reported one off the list. The card is used to find the patron and is not stored.
 */
export const contract = operation({
  id: 'circulation-report-device-transaction',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/device-transactions',
  summary: 'Report a transaction of a device that was not recorded',
  permission: [atSelfCheck],
  touches: { table: 'write' },
  // The transaction's own number makes a repeated report safe.
  idempotency: 'none',
  body: z.strictObject({
    branchId: branchIdSchema,
    transactionId: transactionIdSchema,
    state: z.enum(reportStates),
    kind: z.enum(deviceKinds),
    item: oneLine(100).exactOptional(),
    /** The card as the device read it. */
    card: z.string().max(100).exactOptional(),
    madeAt: z.iso.datetime().exactOptional(),
    codes: z.array(oneLine(100)).max(20),
    /** The day that the device gave the patron, and the day on which the loan is due. */
    promised: z.iso.date().exactOptional(),
    due: z.iso.date().exactOptional(),
    /** Of a payment that Concord did not record: what the device took, and its own number of it. */
    paid: z.strictObject({ amount: z.int().min(0).max(100_000_000), currency: currencySchema }).exactOptional(),
    reference: oneLine(100).exactOptional(),
  }),
  output: z.strictObject({ transactionId: z.string(), state: z.enum(reportStates) }),
  namedOwner: { none: 'A transaction is stored at the branch of the device, by its own number.' },
  refusals: { ...changedRefusal },
  example: {
    body: {
      ...{ branchId: 'riverton.main', transactionId: 'sip2-0f3c9a', state: 'refused', kind: 'check-out' },
      ...{ item: '31234000123456', card: '21101000000016', madeAt: '2026-11-30T10:04:00.000Z' },
      codes: ['unknown-patron'],
    },
    output: { transactionId: 'sip2-0f3c9a', state: 'refused' },
  },
  errorImpact: 'Staff do not see what devices could not record; the gateway reports it again later.',
});
