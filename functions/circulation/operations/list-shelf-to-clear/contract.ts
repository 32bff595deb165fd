import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal } from '../../../../layers/platform/http/page.ts';
import { placeRefusals } from '../../schemas/decisions.ts';
import { branchList, exampleRow, listRowSchema, nextStepSchema, slipSchema } from '../../schemas/items.ts';

/**
 * Lists the copies on the hold shelf of a branch that no longer wait for a patron here: their last day has passed, or their hold was
 * cancelled and the next has another pickup branch (C58, C59). Each row states the result of its scan now, with the slip for a copy to
 * send; a row without `next` has a hold that the scheduled job has yet to end. A page reads `limit` places of the shelf and returns
 * those to clear, so a page may be empty although more follow.
 */
export const contract = operation({
  id: 'circulation-list-shelf-to-clear',
  ...branchList('shelf-to-clear'),
  bundleKilobytes: 745,
  summary: 'List the copies to clear from the hold shelf of a branch',
  output: z.strictObject({
    items: z.array(
      z.strictObject({ ...listRowSchema.shape, next: nextStepSchema.optional(), slip: slipSchema.optional() }),
    ),
    next: z.string().optional(),
  }),
  refusals: { ...cursorRefusal, 'no-policies': placeRefusals['no-policies'] },
  example: {
    params: { branchId: 'riverton.main' },
    query: {},
    output: {
      items: [
        {
          ...{ ...exampleRow, state: 'on-hold-shelf' },
          next: { step: 'send', branchId: 'lakeshore.main', forHold: true, because: 'for-hold' },
          slip: { from: 'riverton.main', to: 'lakeshore.main', purpose: 'hold', routes: ['north'], tote: 'L-2' },
        },
      ],
    },
  },
  // The bundle plans the check-in of each listed item, including a step of an interlibrary loan.
  errorImpact: 'Copies of ended holds stay on the hold shelf.',
});
