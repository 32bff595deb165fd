import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { accountCodesInputSchema, accountCodesSchema } from '../../domain/statements/account-codes.ts';
import { codeKeepers, exampleCodes } from '../../schemas/account-codes.ts';

const { effectiveFrom, default: every, kinds, purchaseOrders } = exampleCodes;

/**
 * Sets the account, cost centre and purchase order in a member’s books for each kind of statement line, from a day on: a new version
 * besides the old ones, audited. It applies to statements that are not written yet; written and closed ones do not change.
 */
export const contract = operation({
  id: 'finance-set-account-codes',
  context: 'finance',
  service: 'administration',
  method: 'PUT',
  path: '/v1/finance/members/{memberId}/account-codes',
  summary: 'Set a member’s account codes, cost centres and purchase orders',
  permission: codeKeepers,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: accountCodesInputSchema.extend({
    /** The version that was read: 0 when the member has none yet. */
    version: z.int().min(0).max(999_998),
  }),
  output: accountCodesSchema,
  refusals: {
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'changed-meanwhile': { status: 409, meaning: 'Others changed the codes since you read them: look again.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { effectiveFrom, default: every, kinds, purchaseOrders: [...purchaseOrders], version: 1 },
    output: exampleCodes,
  },
  errorImpact: 'A member’s statements cannot be booked by its own accounts.',
});
