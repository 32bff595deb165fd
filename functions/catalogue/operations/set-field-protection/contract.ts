import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { protectedFieldSchema } from '../../domain/loading/field-protection.ts';

const fields = z.array(protectedFieldSchema).max(100);

/**
 * Sets which fields of a member's records preserve edits of its staff when its system loads them again; replaces the earlier list. Applies
 * to later loads; the record number (001) is never included.
 */
export const contract = operation({
  id: 'catalogue-set-field-protection',
  context: 'catalogue',
  service: 'catalogue',
  method: 'PUT',
  path: '/v1/catalogue/members/{memberId}/field-protection',
  summary: 'Set which fields a member protects from its loads',
  permission: [{ who: 'staff', roles: ['cataloguer', 'member-admin'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({ fields }),
  output: z.strictObject({ fields }),
  refusals: {},
  example: {
    params: { memberId: 'riverton' },
    body: { fields: [{ tag: '505' }, { tag: '59X', mark: { subfield: '9', value: 'keep' } }] },
    output: { fields: [{ tag: '505' }, { tag: '59X', mark: { subfield: '9', value: 'keep' } }] },
  },
  errorImpact: 'A member cannot set which of its edits a load preserves.',
});
