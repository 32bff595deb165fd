import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { pageQuery } from '../../../../layers/platform/http/page.ts';
import { deviceLists } from '../../domain/devices/device-transaction.ts';
import { deviceTransactionSchema, exampleDeviceTransaction } from '../../schemas/device-transactions.ts';
import { branchList } from '../../schemas/items.ts';

/**
 * Lists what self-checks, sorters and other devices of a branch did off line and Concord did not record as the device did it, the oldest
 * first; or what of it staff have handled in the last 30 days, the newest first.
 */
export const contract = operation({
  id: 'circulation-list-device-transactions',
  ...branchList('device-transactions'),
  summary: 'List transactions of devices that were not recorded',
  query: z.strictObject({ ...pageQuery, list: z.enum(deviceLists).default('open') }),
  output: z.strictObject({ transactions: z.array(deviceTransactionSchema), next: z.string().optional() }),
  example: {
    params: { branchId: 'riverton.main' },
    query: {},
    output: { transactions: [exampleDeviceTransaction] },
  },
  errorImpact: 'Staff do not see what devices could not record; the gateway has it in its files.',
});
