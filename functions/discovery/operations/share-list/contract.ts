import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  exampleList,
  exampleToken,
  listPath,
  listRefusals,
  listTokenSchema,
  ownLists,
} from '../../schemas/saved-lists.ts';

/** Gives a list of the requesting patron a link, by which anybody sees it; a list that has a link keeps it. Idempotent. */
export const contract = operation({
  id: 'discovery-share-list',
  context: 'discovery',
  service: 'search',
  method: 'PUT',
  path: '/v1/discovery/my/lists/{listId}/link',
  summary: 'Share a list by a link',
  permission: ownLists,
  touches: { table: 'write' },
  idempotency: 'none',
  params: listPath,
  output: z.strictObject({ token: listTokenSchema }),
  owner: 'unknown-list',
  refusals: listRefusals,
  example: { params: { listId: exampleList.listId }, output: { token: exampleToken } },
  errorImpact: 'Patrons cannot share a list.',
});
