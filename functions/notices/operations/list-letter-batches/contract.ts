import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { batchSchema, exampleBatch, letterWriters } from '../../schemas.ts';

/** Lists the batches of letters that a member made, the newest first, and whether they were printed. */
export const contract = operation({
  id: 'notices-list-letter-batches',
  context: 'notices',
  service: 'circulation',
  method: 'GET',
  path: '/v1/notices/members/{memberId}/letter-batches',
  summary: 'List batches of letters',
  permission: letterWriters,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject(pageQuery),
  output: z.strictObject({ batches: z.array(batchSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: { params: { memberId: 'riverton' }, query: {}, output: { batches: [exampleBatch] } },
  errorImpact: 'Nobody sees which letters are still to be printed.',
});
