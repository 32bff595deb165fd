import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { estimateViewSchema } from '../../domain/estimate/view-schema.ts';
import { exampleEstimate } from '../../schemas/estimate-example.ts';
import { estimateQuery } from '../../schemas/estimate-query.ts';

/**
 * Estimates the whole cost of a consortium for a given use and number of records: the cloud of this deployment in a month, what else is
 * paid, five years, each library by three formulas, and what is paid elsewhere and today. Anyone may ask: it reads prices alone.
 */
export const contract = operation({
  id: 'finance-estimate-cost',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/estimate',
  summary: 'Estimate the whole cost of a consortium',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', sizes: 'configured' },
  query: z.strictObject(estimateQuery),
  output: estimateViewSchema,
  refusals: {
    'no-report': { status: 404, meaning: 'No price book is in force in that month.' },
  },
  example: { query: { members: '40', checkoutsAYear: '2000000', records: '3000000' }, output: exampleEstimate },
  errorImpact: 'Nobody can estimate the cost of Concord.',
});
