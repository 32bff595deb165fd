import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { fiscalYearSchema, yearCodeSchema, yearStates } from '../../domain/fiscal-year.ts';
import { fundViewSchema } from '../../domain/fund-view.ts';
import { exampleFund, exampleYear, fundReaders, yearRefusals } from '../../schemas/funds.ts';

/** Lists the fiscal years of a library, and the funds of one with what is ordered, spent and available; of the current one by default. */
export const contract = operation({
  id: 'acquisitions-list-funds',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/funds',
  summary: 'List the funds of a library',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({ year: yearCodeSchema.optional() }),
  output: z.strictObject({
    years: z.array(fiscalYearSchema.extend({ state: z.enum(yearStates) })),
    /** The version of the years, for changing one. */
    v: z.int(),
    /** The year of the funds; absent when the library has no year. */
    year: yearCodeSchema.optional(),
    /** In the order of a tree: each fund is followed by those under it. */
    funds: z.array(fundViewSchema),
  }),
  refusals: { 'unknown-fiscal-year': yearRefusals['unknown-fiscal-year'] },
  example: {
    params: { memberId: 'riverton' },
    query: {},
    output: { years: [{ ...exampleYear, state: 'open' }], v: 1, year: exampleYear.year, funds: [exampleFund] },
  },
  errorImpact: 'Staff of acquisitions do not see what their funds have left.',
});
