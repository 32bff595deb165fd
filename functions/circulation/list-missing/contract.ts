import * as z from 'zod';
import { branchIdSchema } from '../../../layers/domain/membership/member.ts';
import { operation } from '../../../layers/http/contract.ts';
import { cursorSchema } from '../../../layers/http/page.ts';
import { atListedDesk, cursorRefusal, exampleRow, listRowSchema } from '../shapes.ts';

/** The copies that are missing at a branch, or were lost on the way to or from it when last seen there, oldest first: to be looked for. */
export const contract = operation({
  id: 'circulation-list-missing',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/branches/{branchId}/missing',
  summary: 'List what is missing at a branch',
  permission: [atListedDesk],
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    after: cursorSchema.optional(),
  }),
  output: z.strictObject({ items: z.array(listRowSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: {
    params: { branchId: 'riverton.main' },
    query: {},
    output: { items: [{ ...exampleRow, state: 'missing', reason: 'not-found', since: '2026-11-20T15:00:00.000Z' }] },
  },
  errorImpact: 'Nobody looks for what is missing.',
});
