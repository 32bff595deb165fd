import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemStateSchema } from '../../../items/public/item-state-schema.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { markable } from '../../domain/items/mark-item.ts';
import { atDesk, changedRefusal, ruled } from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';

/**
 * Marks an item that is not on loan as missing, damaged, withdrawn, in process, or available. An item in transit is lost in transit; one
 * reserved for a hold returns the hold to its queue. Every involved member may set missing and damaged, only the owner the other states.
 * Refuses to withdraw an item that its owner is committed to retain, or a last copy that was not offered to the members
 * (`catalogue-offer-last-copy`).
 */
export const contract = operation({
  id: 'circulation-mark-item',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/item-marks',
  summary: 'Mark an item as missing, damaged, withdrawn or fit again',
  permission: [atDesk, { who: 'staff', roles: ['cataloguer'], at: { branch: 'body.branchId' } }],
  touches: { table: 'write' },
  body: z.strictObject({ branchId: branchIdSchema, item: itemRefSchema, state: z.enum(markable) }),
  output: z.strictObject({ itemId: z.string(), state: itemStateSchema, was: itemStateSchema }),
  namedOwner: 'not-your-item',
  refusals: { ...ruled(refusalsOf.markItem), ...itemRefusals, ...changedRefusal },
  example: {
    body: { branchId: 'riverton.main', item: '31234000123456', state: 'missing' },
    output: { itemId: 'itm_01kb0000000000000000000000', state: 'missing', was: 'in-transit' },
  },
  errorImpact: 'Copies that are not on the shelf are still promised.',
});
