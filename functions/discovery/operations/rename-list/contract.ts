import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { listNameSchema } from '../../domain/lists/saved-lists.ts';
import {
  exampleList,
  listPath,
  listRefusals,
  nameRefusal,
  ownLists,
  savedListSchema,
} from '../../schemas/saved-lists.ts';

/** Renames a list of the requesting patron. Idempotent. */
export const contract = operation({
  id: 'discovery-rename-list',
  context: 'discovery',
  service: 'search',
  method: 'PUT',
  path: '/v1/discovery/my/lists/{listId}',
  summary: 'Rename a list',
  permission: ownLists,
  touches: { table: 'write' },
  idempotency: 'none',
  params: listPath,
  body: z.strictObject({ name: listNameSchema }),
  output: savedListSchema,
  owner: 'unknown-list',
  refusals: { ...listRefusals, ...nameRefusal },
  example: {
    params: { listId: exampleList.listId },
    body: { name: 'For the winter' },
    output: { ...exampleList, name: 'For the winter' },
  },
  errorImpact: 'Patrons cannot rename a list.',
});
