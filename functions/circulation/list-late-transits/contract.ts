import * as z from 'zod';
import { branchIdSchema } from '../../../layers/domain/membership/member.ts';
import { operation } from '../../../layers/http/contract.ts';
import { cursorSchema } from '../../../layers/http/page.ts';
import { atListedDesk, cursorRefusal, exampleRow, listRowSchema } from '../shapes.ts';

/** The copies that are on their way to a branch for longer than the movement policy allows, oldest first: lost in transit, perhaps. */
export const contract = operation({
  id: 'circulation-list-late-transits',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/branches/{branchId}/late-transits',
  summary: 'List what is too long on its way to a branch',
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
    output: {
      items: [
        {
          ...exampleRow,
          state: 'in-transit',
          from: 'harcourt.main',
          to: 'riverton.main',
          purpose: 'home',
          since: '2026-10-20T15:00:00.000Z',
        },
      ],
    },
  },
  errorImpact: 'Nobody asks after what was sent and never came.',
});
