import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { digitalTitleViewSchema, exampleTitle } from '../../schemas.ts';

/**
 * Returns the e-books of some records, and whether they can be borrowed now. The vendors are asked at the same time and for two seconds at
 * most; pages call it after they are shown. With `editions`, also the e-books of the other editions of the first record's work, each under
 * its own record.
 */
export const contract = operation({
  id: 'digital-lending-list-availability',
  context: 'digital-lending',
  service: 'search',
  method: 'GET',
  path: '/v1/digital-lending/availability',
  summary: 'Ask vendors for the availability of e-books',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', outside: true },
  query: z.strictObject({
    /** Ids of records, separated by commas. */
    records: z.string().regex(/^rec_[0-9a-z]{26}(,rec_[0-9a-z]{26}){0,24}$/),
    /** Also the e-books that are editions of the first record’s work: a printed edition is another record. */
    editions: z.literal('true').optional(),
  }),
  output: z.strictObject({
    records: z.array(z.strictObject({ recordId: z.string(), titles: z.array(digitalTitleViewSchema) })),
  }),
  namedOwner: { none: 'What is lent, and how many wait, is public.' },
  refusals: {},
  example: {
    query: { records: 'rec_01kb0000000000000000000000' },
    output: { records: [{ recordId: 'rec_01kb0000000000000000000000', titles: [exampleTitle] }] },
  },
  errorImpact: 'Searches and record pages do not show whether e-books are available.',
});
