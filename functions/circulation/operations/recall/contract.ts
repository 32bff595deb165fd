import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/refusals.ts';
import { atDesk, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { holdPath, holdRefusal } from '../../schemas/hold-references.ts';

/**
 * Recalls a loan for a hold that waits: the one recalled for fewest, then the one due first (C33). It becomes due earlier
 * by its owner's rule and is not renewed while the hold waits (C70). Who has it is not said.
 */
export const contract = operation({
  id: 'circulation-recall',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/records/{recordId}/holds/{holdId}/recall',
  summary: 'Recall a loan for a hold',
  permission: [{ who: 'patron' }, atDesk],
  touches: { table: 'write' },
  params: holdPath,
  body: z.strictObject({
    /** The branch of the desk; patrons leave it out. */
    branchId: branchIdSchema.optional(),
  }),
  output: z.strictObject({
    itemId: z.string(),
    /** When the recalled loan is due now. */
    due: z.string(),
  }),
  refusals: {
    ...ruled(refusalsOf.recall),
    ...changedRefusal,
    ...holdRefusal,
    'no-policies': placeRefusals['no-policies'],
  },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000', holdId: 'hld_01kb0000000000000000000000' },
    body: {},
    output: { itemId: 'itm_01kb0000000000000000000000', due: '2026-12-04T04:59:59.000Z' },
  },
  errorImpact: 'Loans cannot be recalled.',
});
