import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema, pageQuery } from '../../../../layers/platform/http/page.ts';
import { fundReaders } from '../../schemas/funds.ts';

const count = z.int().min(0);

/**
 * Lists titles for which more holds wait than the fiscal year of the library allows for each copy, the most requested first. Copies and orders
 * of all libraries count, but no copies that another library lends to its own patrons only. A page may be shorter than asked.
 */
export const contract = operation({
  id: 'acquisitions-list-titles-to-buy',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/titles-to-buy',
  summary: 'List titles with too few copies for their holds',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({ ...pageQuery, limit: z.coerce.number().int().min(1).max(25).default(10) }),
  output: z.strictObject({
    /** How many holds on a copy are the most. */
    holdsPerCopy: z.int().min(1),
    titles: z.array(
      z.strictObject({
        ...{ recordId: z.string(), title: z.string(), author: z.string().optional(), isbn: z.string().optional() },
        /** Of all libraries; `own…` of this one. */
        ...{ holds: count, copies: count, ownCopies: count, onOrder: count, ownOnOrder: count },
        /** How many more copies the holds require. */
        proposed: z.int().min(1),
      }),
    ),
    next: cursorSchema.optional(),
  }),
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: {},
    output: {
      holdsPerCopy: 6,
      titles: [
        {
          ...{ recordId: 'rec_01kb0000000000000000000000', title: 'The left hand of darkness' },
          ...{ author: 'Le Guin, Ursula K.', isbn: '9780441478125' },
          ...{ holds: 25, copies: 3, ownCopies: 1, onOrder: 0, ownOnOrder: 0, proposed: 2 },
        },
      ],
    },
  },
  errorImpact: 'Staff do not see for which titles too many holds wait.',
});
