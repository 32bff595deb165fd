import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { batchSchema, exampleBatch, letterWriters } from '../../schemas.ts';

/**
 * Makes a batch of letters from the notices that wait: one letter per patron, with all valid notices of the patron. At most 50 letters
 * at once; `left` states whether more wait. Each notice is in one letter, even when two batches are made concurrently.
 */
export const contract = operation({
  id: 'notices-make-letters',
  context: 'notices',
  service: 'circulation',
  method: 'POST',
  path: '/v1/notices/members/{memberId}/letter-batches',
  summary: 'Make a batch of letters',
  permission: letterWriters,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  status: 201,
  output: z.strictObject({ batch: batchSchema, left: z.boolean() }),
  refusals: { 'nothing-waits': { status: 409, meaning: 'Nothing waits for a letter.' } },
  example: { params: { memberId: 'riverton' }, output: { batch: exampleBatch, left: false } },
  errorImpact: 'Patrons without e-mail get no letters.',
});
