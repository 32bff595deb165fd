import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { atDesk, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { holdPath, holdRefusal } from '../../schemas/hold-references.ts';
import { exampleHold, holdViewSchema } from '../../schemas/holds.ts';
import { patronRefusals } from '../../schemas/loans.ts';

const { title: _title, ...restored } = exampleHold;

/**
 * Restores a cancelled hold within 30 days of its cancellation: the hold waits again, at its old place unless the consortium decided
 * otherwise (C64). Patrons undo their own cancellation within 10 minutes.
 */
export const contract = operation({
  id: 'circulation-restore-hold',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/records/{recordId}/holds/{holdId}/restoration',
  summary: 'Restore a cancelled hold',
  permission: [{ who: 'patron' }, atDesk],
  touches: { table: 'write' },
  params: holdPath,
  /** `branchId`: the desk; patrons name none. */
  body: z.strictObject({ branchId: branchIdSchema.optional() }),
  output: z.strictObject({ hold: holdViewSchema }),
  owner: 'unknown-hold',
  refusals: {
    ...ruled(refusalsOf.restoreHold),
    ...changedRefusal,
    ...holdRefusal,
    ...placeRefusals,
    'unknown-patron': patronRefusals['unknown-patron'],
  },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000', holdId: 'hld_01kb0000000000000000000000' },
    body: { branchId: 'lakeshore.main' },
    output: { hold: restored },
  },
  errorImpact: 'A hold cancelled by mistake loses its place for good.',
});
