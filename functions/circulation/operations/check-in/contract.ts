import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/refusals.ts';
import {
  atDesk,
  atSelfCheck,
  changedRefusal,
  overrideRefusal,
  overrideSchema,
  placeRefusals,
  ruled,
} from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals, nextStepSchema, slipSchema } from '../../schemas/items.ts';

/**
 * Takes an item back, or receives it from transit: whatever was scanned goes somewhere (C1 to C12, C19). Refused
 * is only what no scan can mean: an unknown item, and one sent only just now (C13). Says what to do with it now, why (stay or
 * go, C17 and C23), and what the slip says that travels with it. At its owner's desk the scan of a copy that a loan request asks
 * for ships it; one whose lender asks that it be kept for now stays here, and the answer says so.
 */
export const contract = operation({
  id: 'circulation-check-in',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/check-ins',
  summary: 'Take an item back or receive it',
  permission: [atDesk, atSelfCheck],
  touches: { table: 'write', taskTokens: true },
  idempotency: 'own',
  body: z.strictObject({
    branchId: branchIdSchema,
    item: itemRefSchema,
    /** When it really came back (book drop), by staff only; a time to come, or before the checkout, is ignored (C20). */
    returnedAt: z.iso.datetime().optional(),
    /** How a claim of return ends, by staff only (C72). */
    claimEnds: z.enum(['found-by-library', 'returned-by-patron']).optional(),
    /** The desk's word on an item about whose capture for a hold it is asked first (C54); `no` ships it for no loan request either. */
    capture: z.enum(['yes', 'no']).optional(),
    /** The desk's word that an item of a group that floats by hand stays here (C24); a self-check's counts for nothing. */
    float: z.boolean().optional(),
    /** A supervisor's word on a scan too soon after sending (C13), or that sends home what its lender asked to keep. */
    override: overrideSchema.pick({ comment: true }).optional(),
  }),
  output: z.strictObject({
    itemId: z.string(),
    barcode: z.string(),
    /** What to do: shelve it here, put it on the hold shelf, send it to a branch, or keep it aside. */
    next: nextStepSchema,
    /** What travels with it, when it is to be sent. */
    slip: slipSchema.optional(),
    /** True when a loan ended by this scan. */
    loanClosed: z.boolean(),
    fine: moneySchema.optional(),
    refund: moneySchema.optional(),
    warnings: z.array(z.string()),
  }),
  refusals: {
    ...ruled(refusalsOf.checkin),
    ...overrideRefusal,
    ...itemRefusals,
    ...placeRefusals,
    ...changedRefusal,
    'staff-only': { status: 403, meaning: 'Only staff date a return back or say how a claim ends.' },
    'key-reused': { status: 422, meaning: 'This Idempotency-Key was used with another body.' },
  },
  example: {
    body: { branchId: 'harcourt.main', item: '31234000123456' },
    output: {
      itemId: 'itm_01kb0000000000000000000000',
      barcode: '31234000123456',
      next: { step: 'send', branchId: 'lakeshore.main', forHold: true, because: 'for-hold' },
      slip: {
        from: 'harcourt.main',
        to: 'lakeshore.main',
        purpose: 'hold',
        routes: ['north'],
        days: [1, 3],
        tote: 'L-2',
      },
      loanClosed: true,
      warnings: [],
    },
  },
  // It may be a step of circulation and of a loan between libraries: it holds both workflows, and frees whatever copy was set
  // aside before.
  bundleKilobytes: 790,
  errorImpact: 'Nothing can be taken back.',
});
