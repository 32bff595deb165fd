import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleList, goneRefusal, listPath, ownLists } from '../../schemas/saved-lists.ts';

/** Ends the link of a list of the requesting patron: who has it sees the list no longer. Idempotent. */
export const contract = operation({
  id: 'discovery-withdraw-list-link',
  context: 'discovery',
  service: 'search',
  method: 'DELETE',
  path: '/v1/discovery/my/lists/{listId}/link',
  summary: 'Withdraw the link of a list',
  permission: ownLists,
  touches: { table: 'write' },
  idempotency: 'none',
  params: listPath,
  output: z.strictObject({ withdrawn: z.literal(true) }),
  owner: { none: 'Links are found below the patron: another’s is not there, and withdrawing is idempotent.' },
  refusals: goneRefusal,
  example: { params: { listId: exampleList.listId }, output: { withdrawn: true as const } },
  errorImpact: 'Patrons cannot end the sharing of a list.',
});
