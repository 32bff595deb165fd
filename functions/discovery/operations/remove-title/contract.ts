import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleList, listRefusals, ownLists, titlePath } from '../../schemas/saved-lists.ts';

/** Removes a title from a list of the requesting patron, under any id of its current record. Idempotent. */
export const contract = operation({
  id: 'discovery-remove-title',
  context: 'discovery',
  service: 'search',
  method: 'DELETE',
  path: '/v1/discovery/my/lists/{listId}/titles/{recordId}',
  summary: 'Take a title out of a list',
  permission: ownLists,
  touches: { table: 'write' },
  idempotency: 'none',
  params: titlePath,
  output: z.strictObject({ removed: z.literal(true) }),
  owner: 'unknown-list',
  refusals: listRefusals,
  example: {
    params: { listId: exampleList.listId, recordId: 'rec_01kb0000000000000000000000' },
    output: { removed: true as const },
  },
  errorImpact: 'Patrons cannot take a title out of a list.',
});
