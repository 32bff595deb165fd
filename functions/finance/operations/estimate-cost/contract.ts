import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { estimateViewSchema } from '../../domain/estimate/view-schema.ts';
import { workloadSchema } from '../../domain/estimate/workload.ts';
import { allowanceNames } from '../../domain/pricing/cost.ts';
import { exampleEstimate } from '../../schemas/estimate-example.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/** Returns the query schema of a number with the bounds of the workload's. */
const typed = <T extends z.ZodNumber>(schema: T) => z.coerce.number().pipe(schema).optional();
const { shape } = workloadSchema;

/** Estimates the monthly cost of this deployment for a given use and number of records. */
export const contract = operation({
  id: 'finance-estimate-cost',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/estimate',
  summary: 'Estimate what a month costs',
  permission: [consortiumReaders],
  touches: { table: 'read', sizes: 'configured' },
  query: z.strictObject({
    members: typed(shape.members),
    checkoutsAYear: typed(shape.checkoutsAYear),
    records: typed(shape.records),
    items: typed(shape.items),
    patrons: typed(shape.patrons),
    searchesPerCheckout: typed(shape.searchesPerCheckout),
    loanRequestsAYear: typed(shape.loanRequestsAYear),
    emailsPerCheckout: typed(shape.emailsPerCheckout),
    textsPerCheckout: typed(shape.textsPerCheckout),
    filesGb: typed(shape.filesGb),
    monthsInService: typed(shape.monthsInService),
    /** The month of the prices and days; default: the current month. */
    month: monthSchema.optional(),
    /** Free allowances that the account still has; by default none: list prices. */
    allowances: z.enum(allowanceNames).optional(),
  }),
  output: estimateViewSchema,
  refusals: {
    'no-report': { status: 404, meaning: 'No price book is in force in that month.' },
  },
  example: { query: { members: '40', checkoutsAYear: '2000000', records: '3000000' }, output: exampleEstimate },
  errorImpact: 'Staff cannot estimate the cost of more use.',
});
