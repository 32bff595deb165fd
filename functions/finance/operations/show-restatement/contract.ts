import { operation } from '../../../../layers/platform/http/contract.ts';
import { consortiumReaders } from '../../schemas/readers.ts';
import {
  examplePossibleRestatement,
  restatementPath,
  restatementRefusals,
  restatementViewSchema,
} from '../../schemas/restatements.ts';

/**
 * By what a bill that came after a month’s close moves each of its lines: shared by what the month was shared by, out of its sealed
 * pack, as it would be booked, was prepared, or was booked. Nothing of the closed month changes.
 */
export const contract = operation({
  id: 'finance-show-restatement',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/restatements/{month}',
  summary: 'Show what a restated bill changes of a closed month',
  permission: [consortiumReaders],
  touches: { table: 'read', bucket: 'read' },
  // A month of 500 members is read whole.
  memoryMb: 3008,
  params: restatementPath,
  output: restatementViewSchema,
  refusals: restatementRefusals,
  example: { params: { month: '2026-10' }, output: examplePossibleRestatement },
  errorImpact: 'Nobody sees what a restated bill changes for members.',
});
