import * as z from 'zod';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { searchViewSchema } from '../../domain/views.ts';

/**
 * Finds the first titles of the union catalogue for the search of staff, as the caller may see them. What staff type there may be the name
 * of a patron: so this is a POST, and the text stays out of addresses and logs.
 */
export const contract = operation({
  id: 'discovery-find-titles',
  context: 'discovery',
  service: 'search',
  method: 'POST',
  path: '/v1/discovery/title-searches',
  summary: 'Find the first titles for a text that staff type',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
  touches: { table: 'read', index: 'read' },
  withoutIndex: 'scan',
  idempotency: 'none',
  body: z.strictObject({ text: z.string().trim().min(2).max(100) }),
  output: z.strictObject({
    total: searchViewSchema.shape.total,
    /** At most five, the most relevant first. */
    titles: z.array(
      z.strictObject({
        recordId: z.string(),
        title: z.string(),
        author: z.string().optional(),
        year: z.number().int().optional(),
      }),
    ),
  }),
  refusals: {},
  example: {
    body: { text: 'pride prejudice' },
    output: {
      total: { count: 3, atLeast: false },
      titles: [
        {
          ...{ recordId: 'rec_01kb0000000000000000000000', title: 'Pride and prejudice' },
          ...{ author: 'Austen, Jane, 1775-1817', year: 2003 },
        },
      ],
    },
  },
  errorImpact: 'The search of staff shows no titles; the search page still does.',
});
