import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { batchParams, batchRefusalsOf, exampleBatch, itemBatchSchema } from '../../schemas/item-batches.ts';

/**
 * Applies the previewed changes, or puts back the values before them. A few hundred items are done when it responds; the rest follows in
 * the background. An item that changed since the preview (or since the batch) is left unchanged and listed.
 */
export const contract = operation({
  id: 'catalogue-run-item-batch',
  context: 'catalogue',
  service: 'catalogue',
  method: 'PUT',
  path: '/v1/catalogue/members/{memberId}/item-batches/{batchId}/run',
  summary: 'Make a change of many items, or put it back',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: batchParams,
  body: z.strictObject({ way: z.enum(['onwards', 'back']) }),
  output: itemBatchSchema,
  owner: 'unknown-batch',
  refusals: {
    ...batchRefusalsOf,
    'not-previewed': { status: 409, meaning: 'Its items are still being looked for, or it was put back already.' },
    'not-done': { status: 409, meaning: 'It has not run to its end: there is nothing to put back yet.' },
  },
  example: {
    params: { memberId: 'riverton', batchId: exampleBatch.batchId },
    body: { way: 'onwards' as const },
    output: { ...exampleBatch, state: 'running', counts: { ...exampleBatch.counts, done: 200 } },
  },
  errorImpact: 'Items can be changed one by one only.',
});
