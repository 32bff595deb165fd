import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { batchRoles, examplePatronBatch, patronBatchSchema } from '../../schemas.ts';

/** Lists the changes of many patrons of the member, the newest first, for sixty days. */
export const contract = operation({
  id: 'patrons-list-batches',
  context: 'patrons',
  service: 'circulation',
  method: 'GET',
  path: '/v1/patrons/members/{memberId}/batches',
  summary: 'List changes of many patrons',
  permission: [{ who: 'staff', roles: batchRoles, at: { member: 'path.memberId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject(pageQuery),
  output: z.strictObject({ batches: z.array(patronBatchSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: { params: { memberId: 'riverton' }, output: { batches: [examplePatronBatch] } },
  errorImpact: 'Staff cannot list batch changes of patrons.',
});
