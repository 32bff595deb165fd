import * as z from 'zod';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { formulaNameSchema } from '../../domain/cost-sharing/figures.ts';
import { consortiumReaders } from '../../schemas/readers.ts';
import { examplePossible, trueUpPath, trueUpRefusals, trueUpViewSchema } from '../../schemas/true-ups.ts';

/**
 * Returns the actual fees of a year for each member by the adopted formula, compared with its closed statements: as possible, prepared,
 * or booked. Calculated from the packs of closed months, each verified against its seal.
 */
export const contract = operation({
  id: 'finance-show-true-up',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/true-ups/{year}/{fee}',
  summary: 'Show the year-end true-up of a fee',
  permission: [consortiumReaders],
  touches: { table: 'read' },
  // A year of 500 members has some thousands of statements.
  memoryMb: 3008,
  params: trueUpPath,
  query: z.strictObject({
    cost: formulaNameSchema.optional(),
    /** The actual amounts of other costs, in minor units: `hosting:120000,courier:4000`. Default: as adopted. */
    costs: z
      .string()
      .max(2000)
      .regex(/^[a-z][a-z0-9-]*:\d{1,13}(,[a-z][a-z0-9-]*:\d{1,13})*$/)
      .optional(),
  }),
  output: trueUpViewSchema.extend({ names: actorNamesSchema }),
  refusals: trueUpRefusals,
  example: {
    params: { year: '2026', fee: 'ils-costs' },
    query: { cost: 'ils' },
    output: { ...examplePossible, names: {} },
  },
  errorImpact: 'Finance staff cannot see the true-up of a year’s dues.',
});
