import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/membership/member.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { batchSchema, exampleBatch, letterWriters } from '../../schemas/shapes.ts';

/**
 * Writes what waits into a batch of letters: one letter a patron, with all that waits for the patron; what is true no more
 * is left out. At most 50 letters at once; `left` says whether more waits. Each notice is in one letter, whoever else
 * makes a batch at the same moment.
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
  errorImpact: 'Patrons without e-mail are not written to.',
});
