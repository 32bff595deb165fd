import { operation } from '../../../../layers/platform/http/contract.ts';
import { changedRefusal } from '../../../circulation/public/decisions.ts';
import { atSchool, exampleYear, yearParams, yearRefusals, yearViewSchema } from '../../schemas/school-shapes.ts';

/**
 * Takes a school year back, within the quarter of an hour: pupils are in the grades and classes of before, and cards what they
 * were, but for those that staff changed since. One that was only planned is called off.
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
  refusals: {
    ...yearRefusals,
    'too-late': { status: 409, meaning: 'The days in which the year could be taken back are over.' },
    ...changedRefusal,
  },
  example: {
    params: { memberId: 'oakwood', year: '2027-28' },
    output: { ...exampleYear, state: 'undoing' },
  },
  errorImpact: 'A roll-over made by mistake stays.',
});
