import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';
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
import { itemRefSchema, itemRefusals, nextStepSchema, shelfLabelSchema, slipSchema } from '../../schemas/items.ts';

/**
 * Checks in an item, or receives it from transit: every scan has a destination (C1 to C12, C19). Refuses only an unknown item and one
 * that was sent moments ago (C13). The response states what to do with the item, why (stay or go, C17 and C23), and the transit slip. At
 * its owner's desk, scanning a copy that an interlibrary request needs ships it; a copy whose lender has put its return on hold stays
 * here, and the response says so.
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
    /** The actual time of return (book drop), by staff only; ignored when in the future or before the checkout (C20). */
    returnedAt: z.iso.datetime().optional(),
    madeAt: madeAtSchema.optional(),
    /** How a claim of return ends, by staff only (C72). */
    claimEnds: z.enum(['found-by-library', 'returned-by-patron']).optional(),
    /**
     * The desk's answer on a copy that needs confirmation before capture (C54); `no` also prevents shipping it for an interlibrary
     * request.
     */
    capture: z.enum(['yes', 'no']).optional(),
    /** The desk's decision that an item of a manual floating group stays here (C24); ignored at a self-check. */
    float: z.boolean().optional(),
    /** A supervisor's override of a scan too soon after sending (C13), or of a return that the lender has put on hold. */
    override: overrideSchema.pick({ comment: true }).optional(),
  }),
  output: z.strictObject({
    itemId: z.string(),
    barcode: z.string(),
    /** For a machine only: the title, and the branch to which the item belongs. */
    title: z.string().optional(),
    homeBranch: z.string().optional(),
    /** The next step: shelve it here, put it on the hold shelf, send it to a branch, or set it aside. */
    next: nextStepSchema,
    /** The transit slip, when it is to be sent. */
    slip: slipSchema.optional(),
    /** For whom it goes to the hold shelf, for the hold slip; at a desk only. */
    heldFor: shelfLabelSchema.optional(),
    /** True when this scan ended a loan. */
    loanClosed: z.boolean(),
    fine: moneySchema.optional(),
    refund: moneySchema.optional(),
    warnings: z.array(z.string()),
  }),
  namedOwner: { none: 'Every desk checks in any item that is handed to it.' },
  refusals: {
    ...ruled(refusalsOf.checkin),
    ...overrideRefusal,
    ...itemRefusals,
    ...placeRefusals,
    ...changedRefusal,
    ...offlineRefusals,
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
  // The bundle contains the workflows of circulation and of interlibrary loan, because a scan may be a step of either, and releases a copy
  // reserved before.
  bundleKilobytes: 744,
  errorImpact: 'Nothing can be taken back.',
});
