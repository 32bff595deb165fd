import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { batchParams, batchRefusalsOf, exampleBatch, itemBatchSchema } from '../../schemas/item-batches.ts';

/**
 * Applies the previewed changes, or restores the values before them. Up to 200 items or 40 records are done when it responds; the rest
 * follows in the background, or with the next call. An item or record that changed since the preview (or since the batch) is left unchanged
 * and listed. Records are stored as by `catalogue-edit-source-record`.
 */
export const contract = operation({
  id: 'catalogue-run-item-batch',
  context: 'catalogue',
  service: 'catalogue',
  method: 'PUT',
  path: '/v1/catalogue/members/{memberId}/item-batches/{batchId}/run',
  summary: 'Make a change of many items or records, or put it back',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write', bucket: 'write' },
  params: batchParams,
  body: z.strictObject({ way: z.enum(['onwards', 'back']) }),
  output: itemBatchSchema,
  owner: 'unknown-batch',
  refusals: {
    ...batchRefusalsOf,
    'not-previewed': {
      status: 409,
      meaning: 'The search for its items or records is not finished, or it was already undone.',
    },
    'not-done': { status: 409, meaning: 'It has not run to its end: there is nothing to put back yet.' },
  },
  example: {
    params: { memberId: 'riverton', batchId: exampleBatch.batchId },
    body: { way: 'onwards' as const },
    output: { ...exampleBatch, state: 'running', counts: { ...exampleBatch.counts, done: 200 } },
  },
  errorImpact: 'Items and records can be changed one by one only.',
});
