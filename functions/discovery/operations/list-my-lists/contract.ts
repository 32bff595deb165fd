import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleList, goneRefusal, ownLists, savedListSchema } from '../../schemas/saved-lists.ts';

/** Lists the lists of the requesting patron, the oldest first; with a record, also which of them contain it. */
export const contract = operation({
  id: 'discovery-list-my-lists',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/my/lists',
  summary: 'List one’s own lists',
  permission: ownLists,
  touches: { table: 'read' },
  query: z.strictObject({
    /** A record: `has` names the lists that contain it, under its current id or any id merged with it. */
    recordId: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .optional(),
  }),
  output: z.strictObject({ lists: z.array(savedListSchema.extend({ has: z.boolean().optional() })) }),
  refusals: goneRefusal,
  example: {
    query: { recordId: 'rec_01kb0000000000000000000000' },
    output: { lists: [{ ...exampleList, has: true }] },
  },
  errorImpact: 'Patrons do not find the lists that they keep.',
});
