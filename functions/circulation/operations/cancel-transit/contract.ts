import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemStateSchema } from '../../../items/public/item-state-schema.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { cancelReasons } from '../../domain/items/move-item.ts';
import { atDesk, changedRefusal, ruled } from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';

/**
 * Cancels the transit of an item, or the request for one; the reason is mandatory (C16). A transit that has begun must be forced: it
 * becomes a cancelled transit, its hold waits again at its place, and the next scan routes the item anew (C10). Permitted for the owner
 * and the members of the item's current branch, origin, destination and pickup branch.
 */
export const contract = operation({
  id: 'circulation-cancel-transit',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/transit-cancellations',
  summary: 'Cancel the transit of an item',
  permission: [atDesk],
  touches: { table: 'write' },
  body: z.strictObject({
    branchId: branchIdSchema,
    item: itemRefSchema,
    reason: z.enum(cancelReasons),
    /** Also when it was already sent. */
    force: z.boolean().default(false),
  }),
  output: z.strictObject({ itemId: z.string(), state: itemStateSchema }),
  namedOwner: 'not-your-item',
  refusals: { ...ruled(refusalsOf.cancelTransit), ...itemRefusals, ...changedRefusal },
  example: {
    body: { branchId: 'riverton.main', item: '31234000123456', reason: 'sent-in-error', force: true },
    output: { itemId: 'itm_01kb0000000000000000000000', state: 'cancelled-transit' },
  },
  errorImpact: 'Items that were sent by mistake cannot be called back.',
});
