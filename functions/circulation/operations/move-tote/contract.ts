import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atDesk, changedRefusal, placeRefusals } from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';
import { exampleTote, toteRefusals, toteSchema } from '../../schemas/totes.ts';

const branchId = branchIdSchema;
const toteId = z.string().min(1).max(64);

/**
 * Opens a tote of the courier, packs an item that travels to its branch or takes it out again, sends it, receives it, settles one exception,
 * or discards an empty tote. An item is in one open tote at most. The branch of
 * the desk packs and sends; the branch to which it goes receives, after it has checked the items in: what still travels is missing.
 */
export const contract = operation({
  id: 'circulation-move-tote',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/totes',
  summary: 'Pack, send or receive a tote',
  permission: [atDesk],
  touches: { table: 'write' },
  body: z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('open'), branchId, to: branchIdSchema }),
    z.strictObject({ act: z.literal('pack'), branchId, toteId, item: itemRefSchema }),
    z.strictObject({ act: z.literal('take-out'), branchId, toteId, item: itemRefSchema }),
    z.strictObject({ act: z.enum(['send', 'discard']), branchId, toteId }),
    z.strictObject({
      ...{ act: z.literal('receive'), branchId, toteId },
      /** Scanned items that were not in it. */
      unexpected: z.array(itemRefSchema).max(100).default([]),
    }),
    z.strictObject({ act: z.literal('settle'), branchId, toteId, barcode: itemRefSchema }),
  ]),
  output: z.strictObject({ tote: toteSchema }),
  namedOwner: 'unknown-tote',
  refusals: {
    ...toteRefusals,
    ...itemRefusals,
    'unknown-branch': placeRefusals['unknown-branch'],
    'same-branch': { status: 409, meaning: 'The tote would go nowhere.' },
    ...changedRefusal,
  },
  example: {
    body: { act: 'pack', branchId: 'riverton.main', toteId: exampleTote.toteId, item: '31234000123456' },
    output: { tote: exampleTote },
  },
  errorImpact: 'Totes of the courier cannot be packed or received; items still can.',
});
