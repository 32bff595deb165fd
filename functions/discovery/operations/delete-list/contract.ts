import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleList, goneRefusal, listPath, ownLists } from '../../schemas/saved-lists.ts';

/** Deletes a list of the requesting patron with its titles. Idempotent. */
export const contract = operation({
  id: 'discovery-delete-list',
  context: 'discovery',
  service: 'search',
  method: 'DELETE',
  path: '/v1/discovery/my/lists/{listId}',
  summary: 'Delete a list',
  permission: ownLists,
  touches: { table: 'write' },
  idempotency: 'none',
  params: listPath,
  output: z.strictObject({ deleted: z.literal(true) }),
  owner: { none: 'Lists are found below the patron: another’s is not there, and deleting is idempotent.' },
  refusals: goneRefusal,
  example: { params: { listId: exampleList.listId }, output: { deleted: true as const } },
  errorImpact: 'Patrons cannot get rid of a list.',
});
