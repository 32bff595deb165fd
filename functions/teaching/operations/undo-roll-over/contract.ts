import { operation } from '../../../../layers/platform/http/contract.ts';
import { atSchool, exampleYear, undoYearRefusals, yearParams, yearViewSchema } from '../../schemas.ts';

/**
 * Undoes a school year within a quarter of an hour: pupils return to their previous grades and classes, and cards to their previous
 * values, except those that staff changed since. A planned year is cancelled.
 */
export const contract = operation({
  id: 'teaching-undo-roll-over',
  context: 'teaching',
  service: 'circulation',
  method: 'POST',
  path: '/v1/teaching/schools/{memberId}/years/{year}/undoings',
  summary: 'Take the roll-over of a school year back',
  permission: [atSchool],
  touches: { table: 'write' },
  params: yearParams,
  output: yearViewSchema,
  refusals: undoYearRefusals,
  example: {
    params: { memberId: 'oakwood', year: '2027-28' },
    output: { ...exampleYear, state: 'undoing' },
  },
  errorImpact: 'A roll-over made by mistake stays.',
});
