import * as z from 'zod';
import { branchIdSchema } from '../../../layers/domain/membership/member.ts';
import { operation } from '../../../layers/http/contract.ts';
import { cursorSchema } from '../../../layers/http/page.ts';
import { atListedDesk, cursorRefusal, exampleRow, listRowSchema } from '../shapes.ts';

/** The copies on the shelves of a branch that holds wait for: to be fetched and scanned. */
export const contract = operation({
  id: 'circulation-list-pull-list',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/branches/{branchId}/pull-list',
  summary: 'List what a branch is to fetch for holds',
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
  errorImpact: 'Copies wanted for holds are not fetched.',
});
