import * as z from 'zod';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
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

/**
 * Returns the progress of a batch, and its items or records in one state: the planned changes, the refused ones and why, and the completed
 * ones.
 */
export const contract = operation({
  id: 'catalogue-get-item-batch',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/item-batches/{batchId}',
  summary: 'Show a change of many items or records',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'read' },
  params: batchParams,
  query: z.strictObject({ of: z.enum(lineStates).default('planned'), ...pageQuery }),
  output: z.strictObject({
    batch: itemBatchSchema,
    items: z.array(itemBatchLineSchema),
    next: z.string().optional(),
    /** The name of the staff user who previewed it, by actor. */
    names: actorNamesSchema,
  }),
  owner: 'unknown-batch',
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
  errorImpact: 'Staff cannot see the preview or result of a batch change.',
});
