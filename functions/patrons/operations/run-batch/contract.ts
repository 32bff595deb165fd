import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { batchParams, batchRefusals, batchRoles, examplePatronBatch, patronBatchSchema } from '../../schemas.ts';

/**
 * Makes a previewed change of many patrons, or restores the values before it. A hundred patrons are done when it responds; the rest follows
 * in the background. A patron who changed since the preview (or since the batch) is not changed, and listed.
 */
export const contract = operation({
  id: 'patrons-run-batch',
  context: 'patrons',
  service: 'circulation',
  method: 'PUT',
  path: '/v1/patrons/members/{memberId}/batches/{batchId}/run',
  summary: 'Make a change of many patrons, or put it back',
  permission: [{ who: 'staff', roles: batchRoles, at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: batchParams,
  body: z.strictObject({ way: z.enum(['onwards', 'back']) }),
  output: patronBatchSchema,
  owner: 'patron-batch-unknown',
  refusals: {
    ...batchRefusals,
    'batch-not-previewed': {
      status: 409,
      meaning: 'The search for its patrons is not finished, or it was already undone.',
    },
    'preview-too-old': { status: 409, meaning: 'It was previewed more than a week ago: preview it again.' },
    'batch-not-done': { status: 409, meaning: 'It has not run to its end: there is nothing to put back yet.' },
  },
  example: {
    params: { memberId: 'riverton', batchId: examplePatronBatch.batchId },
    body: { way: 'onwards' as const },
    output: {
      ...examplePatronBatch,
      state: 'running',
      counts: { ...examplePatronBatch.counts, planned: 312, done: 100 },
    },
  },
  errorImpact: 'Patrons can be changed one by one only.',
});
