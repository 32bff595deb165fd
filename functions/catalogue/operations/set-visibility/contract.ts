import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { reasonSchema } from '../../domain/union/decision.ts';
import { hiddenFromSchema } from '../../domain/visibility/visibility.ts';

const source = z.string().min(3).max(200);
const target = z.union([
  /** The member's record with all its copies. */
  z.strictObject({ sourceId: source }),
  /** Its copies at one branch. */
  z.strictObject({ sourceId: source, branchId: branchIdSchema }),
  /** One copy. */
  z.strictObject({ sourceId: source, itemId: z.string().max(64) }),
]);

/**
 * Hides a member's record, holding or item from the public, from other members or from the union; an empty list shows it again. The
 * record's history shows who did it, when and why (`catalogue-list-history`); when the audiences do not change, nothing is recorded.
 */
export const contract = operation({
  id: 'catalogue-set-visibility',
  context: 'catalogue',
  service: 'catalogue',
  method: 'PUT',
  path: '/v1/catalogue/members/{memberId}/visibility',
  summary: 'Hide or show a record, holding or item',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({ what: target, hiddenFrom: hiddenFromSchema, reason: reasonSchema }),
  output: z.strictObject({ what: target, hiddenFrom: hiddenFromSchema }),
  namedOwner: 'unknown-record',
  refusals: {
    'unknown-record': { status: 404, meaning: 'The member contributed no such record.' },
    'unknown-item': { status: 404, meaning: 'The record has no such item.' },
    'branch-elsewhere': { status: 422, meaning: 'The branch is not one of this member.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { what: { sourceId: 'riverton:b1000' }, hiddenFrom: ['public'], reason: 'The donor asked for it.' },
    output: { what: { sourceId: 'riverton:b1000' }, hiddenFrom: ['public'] },
  },
  errorImpact: 'A confidential record cannot be hidden.',
});
