import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { isbnSchema, recordIdSchema } from '../../domain/order.ts';
import { fundReaders } from '../../schemas/funds.ts';

const count = z.int().min(0);

/**
 * Shows what all libraries have and ordered of a title, named by its record or ISBN, and how many holds wait for it. Of other libraries it
 * shows counts only, and no copies that they lend to their own patrons only.
 */
export const contract = operation({
  id: 'acquisitions-show-duplicates',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/duplicates',
  summary: 'Show what libraries have and ordered of a title',
  permission: fundReaders,
  touches: { table: 'read', index: 'read' },
  withoutIndex: 'partial',
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({ isbn: isbnSchema.optional(), recordId: recordIdSchema.optional() }),
  output: z.strictObject({
    /** The record of the catalogue and its title; absent where the catalogue has none that the person may see. */
    ...{ recordId: z.string().optional(), title: z.string().optional() },
    /** Waiting for the title, of patrons of all libraries. */
    holds: count,
    libraries: z.array(z.strictObject({ memberId: memberIdSchema, held: count, onOrder: count })),
    /** How many more copies the holds require, by the fiscal year of the library. */
    proposed: count,
    /** An order of a duplicate is placed only with a reason. */
    refused: z.boolean(),
  }),
  refusals: { 'unnamed-title': { status: 422, meaning: 'The title is named neither by an ISBN nor by a record.' } },
  example: {
    params: { memberId: 'riverton' },
    query: { isbn: '9780306406157' },
    output: {
      ...{ recordId: 'rec_01kb0000000000000000000000', title: 'The left hand of darkness', holds: 14 },
      ...{ libraries: [{ memberId: 'lakeshore', held: 3, onOrder: 2 }], proposed: 0, refused: false },
    },
  },
  errorImpact: 'Staff do not see that other libraries have or ordered a title.',
});
