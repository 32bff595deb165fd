import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { listNameSchema } from '../../domain/lists/saved-lists.ts';
import { exampleList, goneRefusal, nameRefusal, ownLists, savedListSchema } from '../../schemas/saved-lists.ts';

/** Creates an empty list of the requesting patron. Nobody else sees it. */
export const contract = operation({
  id: 'discovery-create-list',
  context: 'discovery',
  service: 'search',
  method: 'POST',
  path: '/v1/discovery/my/lists',
  summary: 'Make a list',
  permission: ownLists,
  touches: { table: 'write' },
  body: z.strictObject({ name: listNameSchema }),
  status: 201,
  output: savedListSchema,
  refusals: {
    ...goneRefusal,
    ...nameRefusal,
    'too-many-lists': { status: 409, meaning: 'A patron keeps up to 50 lists: delete one first.' },
  },
  example: { body: { name: 'For the summer' }, output: { ...exampleList, titles: 0 } },
  errorImpact: 'Patrons cannot begin a list.',
});
