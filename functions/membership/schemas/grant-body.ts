import * as z from 'zod';
import { isBranchId, isMemberId } from '../../../layers/kernel/identity/id.ts';
import { grantSchema } from '../../../layers/kernel/identity/roles.ts';

/** A role to grant or withdraw, at a valid place, and the reason. */
export const grantBody = z.strictObject({
  grant: grantSchema
    .refine((grant) => grant.scope !== 'member' || isMemberId(grant.member), {
      path: ['member'],
      error: 'No member is named so.',
    })
    .refine((grant) => grant.scope !== 'branch' || isBranchId(grant.branch), {
      path: ['branch'],
      error: 'No branch is named so.',
    }),
  reason: z.string().min(1).max(500),
});
