import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { atDesk, atSelfCheck, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { holdPath, holdRefusal } from '../../schemas/hold-references.ts';
import { exampleHold, holdViewSchema } from '../../schemas/holds.ts';

const { title: _title, place: _place, ...moved } = exampleHold;

/**
 * Changes the pickup branch of a hold: while it waits or its copy is in transit; from the shelf only by a desk with `send` (C61).
 * Accepts the branches that placing the hold would accept (C30).
 */
export const contract = operation({
  id: 'circulation-change-pickup',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/records/{recordId}/holds/{holdId}/pickup',
  summary: 'Change where a hold is picked up',
  permission: [{ who: 'patron' }, atDesk, atSelfCheck],
  touches: { table: 'write' },
  params: holdPath,
  body: z.strictObject({
    pickupBranch: branchIdSchema,
    /** At a desk: the copy is on the shelf and is to be sent. */
    send: z.boolean().default(false),
    branchId: branchIdSchema.optional(),
  }),
  output: z.strictObject({ hold: holdViewSchema }),
  owner: 'unknown-hold',
  refusals: { ...ruled(refusalsOf.changePickup), ...changedRefusal, ...holdRefusal, ...placeRefusals },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000', holdId: 'hld_01kb0000000000000000000000' },
    body: { pickupBranch: 'lakeshore.main' },
    output: { hold: moved },
  },
  errorImpact: 'Holds can only be picked up where they were first asked for.',
});
