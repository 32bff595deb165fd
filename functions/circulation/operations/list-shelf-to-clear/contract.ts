import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal } from '../../../../layers/platform/http/page.ts';
import { placeRefusals } from '../../schemas/decisions.ts';
import { branchList, exampleRow, listRowSchema, nextStepSchema, slipSchema } from '../../schemas/items.ts';

/**
 * The copies on the hold shelf of a branch that wait for nobody here any more: their last day is over, or their hold was
 * cancelled and the next is picked up elsewhere (C58, C59). Each row says what its scan would come to now, with the slip for
 * a copy that is to be sent; a row without `next` is one whose hold the clock has still to end. A page looks through `limit`
 * places of the shelf and gives those to be cleared, so it may be empty and yet go on.
 */
export const contract = operation({
  id: 'circulation-list-shelf-to-clear',
  ...branchList('shelf-to-clear'),
  summary: 'List what is to be cleared from the hold shelf of a branch',
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
  // It plans the check-in of each item that it lists, with the step of a loan between libraries that a scan would take.
  bundleKilobytes: 790,
  errorImpact: 'Copies stand on the hold shelf for nobody.',
});
