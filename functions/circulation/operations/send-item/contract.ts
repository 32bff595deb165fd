import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { transferPurposes } from '../../../items/public/item-circulation.ts';
import { itemStateSchema } from '../../../items/public/item-state-schema.ts';
import { refusalsOf } from '../../domain/refusals.ts';
import { atDesk, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals, slipSchema } from '../../schemas/items.ts';

/**
 * Moves an item to another branch by hand, with a purpose: it stays where it arrives (C18). In the hand, it is sent at once;
 * else the branch where it stands finds it on its pull list and sends it by scanning it (C16). Refused for an item on loan
 * (C15), one that travels already (C9) or is kept for a hold, and to who does not own it, unless it goes home.
 */
export const contract = operation({
  id: 'circulation-send-item',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/transits',
  summary: 'Send an item to another branch',
  permission: [atDesk],
  touches: { table: 'write' },
  body: z.strictObject({
    branchId: branchIdSchema,
    item: itemRefSchema,
    to: branchIdSchema,
    purpose: z.enum(transferPurposes),
    /** False when the item is not on this desk: the branch where it stands is asked for it. */
    inHand: z.boolean().default(true),
  }),
  status: 201,
  output: z.strictObject({
    itemId: z.string(),
    barcode: z.string(),
    state: itemStateSchema,
    /** What travels with it, when it goes now. */
    slip: slipSchema.optional(),
  }),
  refusals: { ...ruled(refusalsOf.sendItem), ...itemRefusals, ...placeRefusals, ...changedRefusal },
  example: {
    body: { branchId: 'riverton.main', item: '31234000123456', to: 'riverton.east', purpose: 'display' },
    output: {
      itemId: 'itm_01kb0000000000000000000000',
      barcode: '31234000123456',
      state: 'in-transit',
      slip: { from: 'riverton.main', to: 'riverton.east', purpose: 'transfer', routes: ['north'], days: [1, 3] },
    },
  },
  errorImpact: 'Displays, exhibitions and storage are not supplied.',
});
