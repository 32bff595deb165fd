import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema } from '../../../../layers/platform/http/page.ts';
import { duplicateBases } from '../../domain/duplicates/duplicate-holdings.ts';

const count = z.number().int();

/**
 * How often a member's own records stand double: the union records in which two or more of them are, with which records, and what
 * is behind it; and on the first page the figures, with the pairs in doubt that wait for a person. `atLeast`: a list is longer
 * than is counted (20,000).
 */
export const contract = operation({
  id: 'catalogue-list-duplicate-holdings',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/duplicate-holdings',
  summary: 'Show how often a member’s records stand double',
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
        /** Those that would go if each title had one. */
        surplus: count,
        /** Its records in these, by what is behind it: a person ruled on one of them, or the matcher alone joined them, among each other or with others’. */
        byBasis: z.record(z.enum(duplicateBases), count),
        /** Pairs in doubt that were met: of its own records, and of one with another member’s. */
        possibleDuplicates: z.strictObject({ own: count, others: count }),
        atLeast: z.boolean(),
      })
      .exactOptional(),
    duplicateHoldings: z.array(
      z.strictObject({
        recordId: z.string(),
        title: z.string().exactOptional(),
        basis: z.enum(duplicateBases),
        /** How many of its records are in it, and the first twenty by the numbers that the member knows them by. */
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
