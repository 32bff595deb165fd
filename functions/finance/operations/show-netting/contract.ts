import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleNetting, nettingSchema } from '../../schemas/netting.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/**
 * Returns the mutual debts of members for a month: a desk that took money for another member's bills owes it, one that paid some out is
 * owed it (C74). Multilateral: the net positions sum to zero in each currency.
 */
export const contract = operation({
  id: 'finance-show-netting',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/netting/{month}',
  summary: 'See a month’s netting between members',
  permission: [consortiumReaders],
  touches: { table: 'read' },
  params: z.strictObject({ month: monthSchema }),
  output: nettingSchema,
  refusals: {},
  example: { params: { month: '2026-10' }, output: exampleNetting },
  errorImpact: 'Finance staff cannot see what members owe each other.',
});
