import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { fiscalYearSchema, yearCodeSchema } from '../../domain/fiscal-year.ts';
import { exampleYear, fundSetters, yearRefusals } from '../../schemas/funds.ts';

const { year: _year, ...terms } = exampleYear;

/** Makes a fiscal year of a library, changes its days, or closes it for good after its last day. Audited. */
export const contract = operation({
  id: 'acquisitions-set-year',
  context: 'acquisitions',
  service: 'administration',
  method: 'PUT',
  path: '/v1/acquisitions/members/{memberId}/years/{year}',
  summary: 'Set or close a fiscal year',
  permission: fundSetters,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema, year: yearCodeSchema }),
  body: fiscalYearSchema.omit({ year: true, closed: true }).extend({
    /** The year is made: one of this code is not changed. */
    isNew: z.boolean().default(false),
    /** Closes it: its funds accept nothing any more. */
    close: z.boolean(),
    /** The version of the years as read. */
    v: z.int().min(0),
  }),
  output: z.strictObject({ years: z.array(fiscalYearSchema), v: z.int() }),
  refusals: {
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'year-closed': yearRefusals['year-closed'],
    'year-exists': { status: 409, meaning: 'The library has a year of this code already.' },
    'year-in-use': { status: 409, meaning: 'Orders or invoices of its funds are open.' },
    'bad-year': { status: 422, meaning: 'The year ends before it begins.' },
    'currency-fixed': { status: 422, meaning: 'The currency of a year never changes.' },
    'years-overlap': { status: 422, meaning: 'Another year has some of its days.' },
    'year-runs': { status: 409, meaning: 'A year is closed after its last day.' },
    'changed-meanwhile': { status: 409, meaning: 'The years were changed since you read them: look again.' },
  },
  example: {
    params: { memberId: 'riverton', year: exampleYear.year },
    body: { ...terms, close: false, v: 0 },
    output: { years: [exampleYear], v: 1 },
  },
  errorImpact: 'Fiscal years cannot be made or closed.',
});
