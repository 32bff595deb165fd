import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { lineStates } from '../../domain/items/item-batch.ts';
import {
  batchParams,
  batchRefusalsOf,
  exampleBatch,
  exampleBatchNames,
  itemBatchLineSchema,
  itemBatchSchema,
} from '../../schemas/item-batches.ts';

/** How far a batch of changes is, and its items in one state: what would change from what to what, what is refused and why, what was done. */
export const contract = operation({
  id: 'catalogue-get-item-batch',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/item-batches/{batchId}',
  summary: 'Show a change of many items',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'read' },
  params: batchParams,
  query: z.strictObject({ of: z.enum(lineStates).default('planned'), ...pageQuery }),
  output: z.strictObject({
    batch: itemBatchSchema,
    items: z.array(itemBatchLineSchema),
    next: z.string().optional(),
    /** The name of whoever looked it over, by what the batch says of them. */
    names: z.record(z.string(), z.string()),
  }),
  refusals: { ...batchRefusalsOf, ...cursorRefusal },
  example: {
    params: { memberId: 'riverton', batchId: exampleBatch.batchId },
    query: { of: 'planned' as const },
    output: {
      batch: exampleBatch,
      names: exampleBatchNames,
      items: [
        {
          itemId: 'itm_01kb0000000000000000000000',
          barcode: '31234000123456',
          state: 'planned',
          from: { location: 'Adult fiction' },
          to: { location: 'Stacks' },
        },
      ],
    },
  },
  errorImpact: 'Nobody sees what a change of many items would do or did.',
});
