import * as z from 'zod';
import { branchIdSchema } from '../../../layers/domain/membership/member.ts';
import { operation } from '../../../layers/http/contract.ts';
import { cursorSchema } from '../../../layers/http/page.ts';
import { atListedDesk, cursorRefusal, exampleRow, listRowSchema } from '../shapes.ts';

/** The copies that wait at a branch for the patrons of their holds, with their last day. */
export const contract = operation({
  id: 'circulation-list-hold-shelf',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/branches/{branchId}/hold-shelf',
  summary: 'List the hold shelf of a branch',
  permission: [atListedDesk],
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    after: cursorSchema.optional(),
  }),
  output: z.strictObject({ items: z.array(listRowSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: { params: { branchId: 'riverton.main' }, query: {}, output: { items: [exampleRow] } },
  errorImpact: 'Nobody sees what waits on the hold shelf.',
});
