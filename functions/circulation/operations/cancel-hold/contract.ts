import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { atDesk, atSelfCheck, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { holdPath, holdRefusal } from '../../schemas/hold-references.ts';
import { exampleHold, holdViewSchema } from '../../schemas/holds.ts';

const { title: _title, place: _place, ...ended } = exampleHold;

/**
 * Cancels a hold: patrons their own, a desk those of its library's patrons and those with pickup at its library. A paged copy is
 * released immediately; one on the shelf goes to the next hold, or waits for its scan (C8, C58).
 */
export const contract = operation({
  id: 'circulation-cancel-hold',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/records/{recordId}/holds/{holdId}/cancellation',
  summary: 'Cancel a hold',
  permission: [{ who: 'patron' }, atDesk, atSelfCheck],
  touches: { table: 'write' },
  params: holdPath,
  body: z.strictObject({ branchId: branchIdSchema.optional() }),
  output: z.strictObject({ hold: holdViewSchema }),
  owner: 'unknown-hold',
  refusals: {
    ...ruled(refusalsOf.endHold),
    ...changedRefusal,
    ...holdRefusal,
    'no-policies': placeRefusals['no-policies'],
  },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000', holdId: 'hld_01kb0000000000000000000000' },
    body: {},
    output: { hold: { ...ended, state: 'cancelled' } },
  },
  errorImpact: 'Holds cannot be cancelled.',
});
