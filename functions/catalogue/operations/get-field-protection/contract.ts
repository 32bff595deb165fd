import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { protectedFieldSchema } from '../../domain/loading/field-protection.ts';

const fields = z.array(protectedFieldSchema).max(100);

/**
 * Returns the fields of a member's records in which edits of its staff are preserved when its system loads them again; empty by default.
 */
export const contract = operation({
  id: 'catalogue-get-field-protection',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/field-protection',
  summary: 'See which fields a member protects from its loads',
  permission: [{ who: 'staff', roles: ['cataloguer', 'member-admin'], at: { member: 'path.memberId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  output: z.strictObject({ fields }),
  refusals: {},
  example: {
    params: { memberId: 'riverton' },
    output: { fields: [{ tag: '505' }, { tag: '59X', mark: { subfield: '9', value: 'keep' } }] },
  },
  errorImpact: 'A member cannot see which of its edits stay.',
});
