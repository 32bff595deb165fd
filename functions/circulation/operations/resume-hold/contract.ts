import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { atDesk, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { holdPath, holdRefusal } from '../../schemas/hold-references.ts';
import { exampleHold, holdViewSchema } from '../../schemas/holds.ts';

const { title: _title, ...resumed } = exampleHold;

/** Ends the current or future suspension of a hold: it waits again at its old place (C64). */
export const contract = operation({
  id: 'circulation-resume-hold',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/records/{recordId}/holds/{holdId}/resumption',
  summary: 'Resume a suspended hold',
  permission: [{ who: 'patron' }, atDesk],
  touches: { table: 'write' },
  params: holdPath,
  body: z.strictObject({ branchId: branchIdSchema.optional() }),
  output: z.strictObject({ hold: holdViewSchema }),
  owner: 'unknown-hold',
  refusals: { ...ruled(refusalsOf.suspendHold), ...changedRefusal, ...holdRefusal, ...placeRefusals },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000', holdId: 'hld_01kb0000000000000000000000' },
    body: {},
    output: { hold: resumed },
  },
  errorImpact: 'Suspended holds wait until their last day.',
});
