import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { atDesk, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { holdPath, holdRefusal } from '../../schemas/hold-references.ts';

/**
 * Recalls a loan for a waiting hold: the loan with the fewest recalls, then the earliest due date (C33). It becomes due earlier by its
 * owner's rule and cannot be renewed while the hold waits (C70). The response does not name the borrower.
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
    /** The branch of the desk; patrons omit it. */
    branchId: branchIdSchema.optional(),
  }),
  output: z.strictObject({
    itemId: z.string(),
    /** The new due date of the recalled loan. */
    due: z.string(),
  }),
  owner: 'unknown-hold',
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
