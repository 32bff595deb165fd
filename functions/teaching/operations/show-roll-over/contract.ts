import { operation } from '../../../../layers/platform/http/contract.ts';
import { atSchool, exampleYear, yearParams, yearRefusals, yearViewSchema } from '../../schemas.ts';

/** Returns the progress of a school year's start, and how many pupils moved up and left. */
export const contract = operation({
  id: 'teaching-show-roll-over',
  context: 'teaching',
  service: 'circulation',
  method: 'GET',
  path: '/v1/teaching/schools/{memberId}/years/{year}',
  summary: 'See how far a school year is',
  permission: [atSchool],
  touches: { table: 'read' },
  params: yearParams,
  output: yearViewSchema,
  refusals: yearRefusals,
  example: {
    params: { memberId: 'oakwood', year: '2027-28' },
    output: { ...exampleYear, state: 'begun', movedUp: 281, left: 44 },
  },
  errorImpact: 'Nobody sees whether a school year has begun.',
});
