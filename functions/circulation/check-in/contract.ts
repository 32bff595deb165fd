import * as z from 'zod';
import { branchIdSchema } from '../../../layers/domain/membership/member.ts';
import { operation } from '../../../layers/http/contract.ts';
import {
  atDesk,
  atSelfCheck,
  changedRefusal,
  itemRefSchema,
  itemRefusals,
  moneySchema,
  placeRefusals,
} from '../shapes.ts';

/**
 * Takes an item back, or receives it from transit: whatever was scanned goes somewhere (C1 to C12, C19). Nothing is
 * refused but an unknown item. Says what to do with it now.
 */
export const contract = operation({
  id: 'circulation-check-in',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/check-ins',
  summary: 'Take an item back or receive it',
  permission: [atDesk, atSelfCheck],
  touches: { table: 'write' },
  idempotency: 'own',
  body: z.strictObject({
    branchId: branchIdSchema,
    item: itemRefSchema,
    /** When it really came back (book drop); a time to come, or before the checkout, is ignored (C20). */
    returnedAt: z.iso.datetime().optional(),
    /** How a claim of return ends (C72). */
    claimEnds: z.enum(['found-by-library', 'returned-by-patron']).optional(),
  }),
  output: z.strictObject({
    itemId: z.string(),
    barcode: z.string(),
    /** What to do: shelve it here, put it on the hold shelf, send it to a branch, or keep it aside. */
    next: z.strictObject({
      step: z.enum(['shelve', 'hold-shelf', 'send', 'keep-aside']),
      branchId: z.string(),
      forHold: z.boolean(),
    }),
    /** True when a loan ended by this scan. */
    loanClosed: z.boolean(),
    fine: moneySchema.optional(),
    refund: moneySchema.optional(),
    warnings: z.array(z.string()),
  }),
  refusals: {
    ...itemRefusals,
    ...placeRefusals,
    ...changedRefusal,
    'key-reused': { status: 422, meaning: 'This Idempotency-Key was used with another body.' },
  },
  example: {
    body: { branchId: 'harcourt.main', item: '31234000123456' },
    output: {
      itemId: 'itm_01kb00000000000000000000000',
      barcode: '31234000123456',
      next: { step: 'send', branchId: 'lakeshore.main', forHold: true },
      loanClosed: true,
      warnings: [],
    },
  },
  errorImpact: 'Nothing can be taken back.',
});
