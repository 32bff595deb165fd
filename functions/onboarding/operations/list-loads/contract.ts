import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal } from '../../../../layers/platform/http/page.ts';
import { loadViewSchema } from '../../domain/run.ts';
import { exampleLoad, loadManagers } from '../../schemas.ts';

/** Lists a member's loads from an old system, newest first. */
export const contract = operation({
  id: 'onboarding-list-loads',
  context: 'onboarding',
  service: 'administration',
  method: 'GET',
  path: '/v1/onboarding/members/{memberId}/loads',
  summary: "List a member's loads from an old system",
  permission: loadManagers,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    after: z.string().max(2000).optional(),
  }),
  output: z.strictObject({ loads: z.array(loadViewSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: { params: { memberId: 'riverton' }, query: {}, output: { loads: [exampleLoad] } },
  errorImpact: 'A member cannot see its loads.',
});
