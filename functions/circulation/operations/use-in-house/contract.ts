import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemStateSchema } from '../../../items/public/item-state-schema.ts';
import { atDesk, changedRefusal, madeAtSchema, offlineRefusals, placeRefusals } from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';

/**
 * Counts an in-house use of an item (found on a table, read at a desk), also one that a desk recorded offline (`madeAt`). It changes
 * neither loans nor transits.
 */
export const contract = operation({
  id: 'circulation-use-in-house',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/in-house-uses',
  summary: 'Count a use of an item in the library',
  permission: [atDesk],
  touches: { table: 'write' },
  body: z.strictObject({ branchId: branchIdSchema, item: itemRefSchema, madeAt: madeAtSchema.optional() }),
  status: 201,
  output: z.strictObject({
    itemId: z.string(),
    /** The total number of its in-house uses. */
    uses: z.number().int(),
    state: itemStateSchema,
  }),
  namedOwner: { none: 'A desk counts the use of any item that lies in its library.' },
  refusals: { ...itemRefusals, ...offlineRefusals, 'no-policies': placeRefusals['no-policies'], ...changedRefusal },
  example: {
    body: { branchId: 'riverton.main', item: '31234000123456' },
    output: { itemId: 'itm_01kb0000000000000000000000', uses: 12, state: 'available' },
  },
  errorImpact: 'Use in the library is not counted.',
});
