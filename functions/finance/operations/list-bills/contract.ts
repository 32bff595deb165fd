import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { billViewSchema } from '../../domain/cloud-bills/view-schema.ts';
import { exampleBill, monthPath } from '../../schemas/bills.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/** Lists the bills that were sent for a month, the latest first: sender, file, time, and state. */
export const contract = operation({
  id: 'finance-list-bills',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/months/{month}/bills',
  summary: 'List the platform’s bills of a month',
  permission: [consortiumReaders],
  touches: { table: 'read' },
  params: monthPath,
  output: z.strictObject({ bills: z.array(billViewSchema) }),
  refusals: {},
  example: { params: { month: '2026-10' }, output: { bills: [exampleBill] } },
  errorImpact: 'Finance does not see whether a bill was taken in.',
});
