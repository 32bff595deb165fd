import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleTerm, termViewSchema } from '../../schemas.ts';

/** Lists the terms of a member, the latest first. */
export const contract = operation({
  id: 'teaching-list-terms',
  context: 'teaching',
  service: 'circulation',
  method: 'GET',
  path: '/v1/teaching/members/{memberId}/terms',
  summary: 'List the terms of a member',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  output: z.strictObject({ terms: z.array(termViewSchema) }),
  refusals: {},
  example: { params: { memberId: 'harcourt' }, output: { terms: [exampleTerm] } },
  errorImpact: 'Nobody sees which terms a library has.',
});
