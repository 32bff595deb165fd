import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { manualReasons } from '../../domain/holds/hold-reset.ts';
import { atDesk, changedRefusal, placeRefusals } from '../../schemas/decisions.ts';
import { holdPath, holdRefusal } from '../../schemas/hold-references.ts';
import { exampleHold, holdViewSchema } from '../../schemas/holds.ts';

const { title: _title, ...hold } = exampleHold;

/**
 * Releases the copy that was paged for a hold and pages another, or the same again when there is none (C37). The released copy ranks
 * last for this hold from now on (C45); reason, staff user, branch and note are stored (C48).
 */
export const contract = operation({
  id: 'circulation-retarget-hold',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/records/{recordId}/holds/{holdId}/retargeting',
  summary: 'Have another copy fetched for a hold',
  permission: [atDesk],
  touches: { table: 'write' },
  params: holdPath,
  body: z.strictObject({
    branchId: branchIdSchema,
    reason: z.enum(manualReasons),
    note: someLines(500).optional(),
    /** Retains the copy if the rules still permit fetching it. */
    keepIfGood: z.boolean().default(false),
  }),
  output: z.strictObject({
    hold: holdViewSchema,
    /** Whether the paged copy is unchanged. */
    unchanged: z.boolean(),
    /** The copy to fetch now; absent when the hold waits. */
    page: z.strictObject({ itemId: z.string(), barcode: z.string(), branchId: branchIdSchema }).optional(),
  }),
  owner: 'unknown-hold',
  refusals: {
    'hold-wrong-state': { status: 409, meaning: 'No copy is paged for this hold.' },
    ...holdRefusal,
    'no-policies': placeRefusals['no-policies'],
    ...changedRefusal,
  },
  example: {
    params: { recordId: hold.recordId, holdId: hold.holdId },
    body: { branchId: 'riverton.main', reason: 'not-on-shelf' },
    output: {
      hold: { ...hold, state: 'targeted' },
      unchanged: false,
      page: { itemId: 'itm_01kb0000000000000000000000', barcode: '31234000123456', branchId: 'harcourt.main' },
    },
  },
  errorImpact: 'A hold whose copy is not found waits until its page times out.',
});
