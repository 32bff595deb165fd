import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { closesBranch, closingParams, closingRefusals, closingSchema, exampleClosing } from '../../schemas/closings.ts';

/**
 * Notes the closed days in the calendar and moves the dates (`onwards`), or restores both (`back`, until the first closed day has passed).
 * A request works for some seconds, the background job does the rest; a repeated request continues, too. A loan that was renewed, recalled
 * or returned since the preview stays as it is. `look` goes on with what was begun, and starts nothing.
 */
export const contract = operation({
  id: 'circulation-run-closing',
  context: 'circulation',
  service: 'circulation',
  method: 'PUT',
  path: '/v1/circulation/branches/{branchId}/closings/{closingId}/run',
  summary: 'Close a branch for some days, or take it back',
  permission: [closesBranch],
  touches: { table: 'write' },
  params: closingParams,
  body: z.strictObject({ way: z.enum(['onwards', 'back', 'look']) }),
  output: closingSchema,
  owner: 'closing-unknown',
  refusals: {
    ...closingRefusals,
    'closing-wrong-state': { status: 409, meaning: 'It is not previewed yet, or was taken back already.' },
    'closing-begun': { status: 409, meaning: 'The first closed day has passed: the days stay closed.' },
  },
  example: {
    params: { branchId: exampleClosing.branchId, closingId: exampleClosing.closingId },
    body: { way: 'onwards' as const },
    output: { ...exampleClosing, state: 'done', counts: { done: 121, left: 3 } },
  },
  errorImpact: 'Loans fall due on days on which a branch is closed.',
});
