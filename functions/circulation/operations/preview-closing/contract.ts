import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  closedDaysSchema,
  closesBranch,
  closingRefusals,
  closingSchema,
  exampleClosing,
} from '../../schemas/closings.ts';
import { placeRefusals } from '../../schemas/decisions.ts';

/**
 * Opens the closing of a branch from today or a later day on. `circulation-run-closing` with `look`, or the background job, then looks for
 * the due dates and last days on the hold shelf that would move. Nothing is changed yet.
 */
export const contract = operation({
  id: 'circulation-preview-closing',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/branches/{branchId}/closings',
  summary: 'Preview the closing of a branch for some days',
  permission: [closesBranch],
  touches: { table: 'write' },
  params: z.strictObject({ branchId: branchIdSchema }),
  body: closedDaysSchema,
  status: 201,
  output: closingSchema,
  refusals: {
    'closing-in-past': closingRefusals['closing-in-past'],
    'unknown-branch': placeRefusals['unknown-branch'],
    'no-policies': placeRefusals['no-policies'],
  },
  example: {
    params: { branchId: exampleClosing.branchId },
    body: { from: exampleClosing.from, to: exampleClosing.to, reason: exampleClosing.reason },
    output: { ...exampleClosing, state: 'gathering', moves: [], left: {}, held: {}, counts: {} },
  },
  errorImpact: 'Loans fall due on days on which a branch is closed.',
});
