import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import {
  atDesk,
  atSelfCheck,
  changedRefusal,
  madeAtSchema,
  offlineRefusals,
  overrideRefusal,
  overrideSchema,
  placeRefusals,
  ruled,
} from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';
import { patronRefSchema, patronRefusals, renewalRequestRefusals } from '../../schemas/loans.ts';

/**
 * Renews a loan: patrons their own, the desk and self-checks any, by the rule in force now and the checkout's calendar (C68). For an
 * interlibrary loan the lender is asked instead (`asked`): the due date is unchanged until the lender agrees.
 */
export const contract = operation({
  id: 'circulation-renew',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/renewals',
  summary: 'Renew a loan',
  permission: [{ who: 'patron' }, atDesk, atSelfCheck],
  notForPatrons: ['body.patron'],
  touches: { table: 'write', taskTokens: true },
  idempotency: 'own',
  body: z.strictObject({
    item: itemRefSchema,
    /** The branch of the desk or self-check; patrons omit it. */
    branchId: branchIdSchema.optional(),
    /** The card that a machine read: the loan must be of its patron. */
    patron: patronRefSchema.optional(),
    override: overrideSchema.optional(),
    madeAt: madeAtSchema.optional(),
  }),
  output: z.strictObject({
    itemId: z.string(),
    loanId: z.string(),
    due: z.string(),
    /** For a machine only. */
    title: z.string().optional(),
    /** The lender was asked and has not responded yet. */
    asked: z.literal(true).optional(),
  }),
  namedOwner: 'not-on-loan',
  refusals: {
    ...ruled(refusalsOf.renewal),
    ...itemRefusals,
    ...placeRefusals,
    ...overrideRefusal,
    ...offlineRefusals,
    ...patronRefusals,
    ...renewalRequestRefusals,
    ...changedRefusal,
    'key-reused': { status: 422, meaning: 'This Idempotency-Key was used with another body.' },
  },
  example: {
    body: { item: '31234000123456' },
    output: {
      itemId: 'itm_01kb0000000000000000000000',
      loanId: 'lon_01kb0000000000000000000000',
      due: '2026-12-29T04:59:59.000Z',
    },
  },
  // The bundle contains the workflows of circulation and of interlibrary loan, because a renewal may be a step of either, and releases a
  // copy reserved before.
  errorImpact: 'Loans cannot be renewed.',
});
