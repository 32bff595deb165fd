import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal } from '../../../../layers/platform/http/page.ts';
import { importViewSchema } from '../../domain/loading/import.ts';
import { exampleImport, exampleOpeners } from '../../domain/loading/import-example.ts';

/** Lists a member's loads, newest first, running ones with their counts so far. */
export const contract = operation({
  id: 'catalogue-list-imports',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/imports',
  summary: "List a member's loads",
  permission: [{ who: 'staff', roles: ['cataloguer', 'member-admin'], at: { member: 'path.memberId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    after: z.string().max(2000).optional(),
  }),
  output: z.strictObject({
    imports: z.array(importViewSchema),
    next: z.string().optional(),
    /** The names of the staff who opened them, by actor. */
    names: actorNamesSchema,
  }),
  refusals: cursorRefusal,
  example: { params: { memberId: 'riverton' }, query: {}, output: { imports: [exampleImport], names: exampleOpeners } },
  errorImpact: 'A member cannot see its loads.',
});
