import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema } from '../../../../layers/platform/http/page.ts';
import { duplicateBases } from '../../domain/duplicates/duplicate-holdings.ts';

const count = z.number().int();

/**
 * Lists a member's duplicate holdings: the union records with two or more of its records, these records, and the basis; the first page
 * includes the figures, with the possible duplicates that wait for staff. `atLeast`: a list is longer than is counted (20,000).
 */
export const contract = operation({
  id: 'catalogue-list-duplicate-holdings',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/duplicate-holdings',
  summary: 'List the duplicate holdings of a member',
  permission: [{ who: 'staff', roles: ['cataloguer', 'member-admin'], at: { member: 'path.memberId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(25).default(25),
    after: cursorSchema.optional(),
  }),
  output: z.strictObject({
    figures: z
      .strictObject({
        /** Union records with two or more of its records. */
        titles: count,
        /** Its records in these. */
        records: count,
        /** Its records beyond one per union record. */
        surplus: count,
        /**
         * Its records in these, by basis: staff ruled on one of them, or the matcher alone joined them, among each other or with others’.
         */
        byBasis: z.record(z.enum(duplicateBases), count),
        /** Possible duplicates found: between its own records, and with another member’s. */
        possibleDuplicates: z.strictObject({ own: count, others: count }),
        atLeast: z.boolean(),
      })
      .exactOptional(),
    duplicateHoldings: z.array(
      z.strictObject({
        recordId: z.string(),
        title: z.string().exactOptional(),
        basis: z.enum(duplicateBases),
        /** The number of its records in it, and the first twenty by the member's own numbers. */
        count,
        localIds: z.array(z.string()),
      }),
    ),
    next: z.string().optional(),
  }),
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: {},
    output: {
      figures: {
        ...{ titles: 2, records: 5, surplus: 3, atLeast: false },
        byBasis: { ruled: 2, 'among-own': 0, 'with-others': 3 },
        possibleDuplicates: { own: 1, others: 14 },
      },
      duplicateHoldings: [
        {
          ...{ recordId: 'rec_01kb0000000000000000000000', title: 'Emma', basis: 'with-others' },
          ...{ count: 3, localIds: ['b1000', 'b1001', 'b4711'] },
        },
        {
          ...{ recordId: 'rec_01kc0000000000000000000000', title: 'The harbour at night', basis: 'ruled' },
          ...{ count: 2, localIds: ['b20', 'b21'] },
        },
      ],
    },
  },
  errorImpact: 'A member does not see which of its records are double.',
});
