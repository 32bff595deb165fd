import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { batchSchema, exampleBatch, letterWriters } from '../../schemas.ts';

/**
 * Makes a batch of letters from the notices that wait: one letter a patron, with all valid notices of the patron. At most
 * 50 letters at once; `left` says whether more wait. Each notice is in one letter, also when two people make a batch at
 * the same moment.
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
