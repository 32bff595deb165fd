import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemChangeSchema, itemChoiceSchema } from '../../domain/items/item-batch.ts';
import { reasonSchema } from '../../domain/union/decision.ts';
import { exampleBatch, itemBatchSchema } from '../../schemas/item-batches.ts';

/**
 * Previews a change of many items: at once for items selected by barcode, in the background for a query (state `gathering`). Nothing
 * changes before `catalogue-run-item-batch`.
 */
export const contract = operation({
  id: 'catalogue-preview-item-changes',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/members/{memberId}/item-batches',
  summary: 'Preview a change of many items',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z
    .strictObject({
      items: itemChoiceSchema,
      change: itemChangeSchema,
      /** The reason, for the history of each record; required when copies are hidden or shown. */
      reason: reasonSchema.exactOptional(),
    })
    .refine(({ change, reason }) => change.hiddenFrom === undefined || reason !== undefined, {
      ...{ path: ['reason'], message: 'Say why copies are hidden or shown.' },
    }),
  status: 201,
  output: itemBatchSchema,
  namedOwner: 'branch-elsewhere',
  refusals: { 'branch-elsewhere': { status: 422, meaning: 'The branch is not one of this member.' } },
  example: {
    params: { memberId: 'riverton' },
    body: { items: exampleBatch.query, change: exampleBatch.change },
    output: { ...exampleBatch, state: 'gathering', counts: {} },
  },
  errorImpact: 'Items can be changed one by one only.',
});
