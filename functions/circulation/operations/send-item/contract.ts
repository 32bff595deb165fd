import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemStateSchema } from '../../../items/public/item-state-schema.ts';
import { transferPurposes } from '../../../items/public/transfer-purposes.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { atDesk, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals, slipSchema } from '../../schemas/items.ts';

/**
 * Sends an item to another branch manually, with a purpose: it stays where it arrives (C18). An item at the desk is sent immediately;
 * otherwise the branch that has it finds it on its pull list and sends it by scanning it (C16). Refuses an item on loan (C15), in
 * transit (C9) or reserved for a hold, and members other than the owner, unless it goes home.
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
    /** False when the item is not at this desk: its branch is asked to send it. */
    inHand: z.boolean().default(true),
  }),
  status: 201,
  output: z.strictObject({
    itemId: z.string(),
    barcode: z.string(),
    state: itemStateSchema,
    /** The transit slip, when it is sent now. */
    slip: slipSchema.optional(),
  }),
  namedOwner: 'not-your-item',
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
