import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { atDesk, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { holdPath, holdRefusal } from '../../schemas/hold-references.ts';
import { suspensionSchema } from '../../schemas/hold-requests.ts';
import { exampleHold, holdViewSchema } from '../../schemas/holds.ts';

const { title: _title, ...frozen } = exampleHold;

/**
 * Suspends a waiting hold between two days, or changes those days: it keeps its place and is skipped meanwhile (C64). Without `until` it
 * lasts until resumed.
 */
export const contract = operation({
  id: 'circulation-suspend-hold',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/records/{recordId}/holds/{holdId}/suspension',
  summary: 'Suspend a hold',
  permission: [{ who: 'patron' }, atDesk],
  touches: { table: 'write' },
  params: holdPath,
  body: z.strictObject({ ...suspensionSchema.shape, branchId: branchIdSchema.optional() }),
  output: z.strictObject({ hold: holdViewSchema }),
  owner: 'unknown-hold',
  refusals: { ...ruled(refusalsOf.suspendHold), ...changedRefusal, ...holdRefusal, ...placeRefusals },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000', holdId: 'hld_01kb0000000000000000000000' },
    body: { until: '2027-01-04' },
    output: {
      hold: {
        ...frozen,
        state: 'frozen',
        suspended: { from: '2026-12-20T15:00:00.000Z', until: '2027-01-05T04:59:59.000Z' },
      },
    },
  },
  errorImpact: 'Patrons who are away get their holds in the meantime, or lose them.',
});
