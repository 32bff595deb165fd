import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { accountCodesSchema } from '../../domain/statements/account-codes.ts';
import { codeKeepers, exampleCodes } from '../../schemas/account-codes.ts';

/**
 * Returns a member’s account codes for its statements: every version, the newest first, with actor and time. A closed statement retains
 * its own.
 */
export const contract = operation({
  id: 'finance-show-account-codes',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/members/{memberId}/account-codes',
  summary: 'Show a member’s account codes, cost centres and purchase orders',
  permission: [...codeKeepers, { who: 'staff', roles: ['finance-approver', 'auditor', 'admin'], at: 'consortium' }],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  output: z.strictObject({ memberId: z.string(), versions: z.array(accountCodesSchema), names: actorNamesSchema }),
  refusals: {},
  example: { params: { memberId: 'riverton' }, output: { memberId: 'riverton', versions: [exampleCodes], names: {} } },
  errorImpact: 'A member does not see by which of its accounts its statements are named.',
});
