import { operation } from '../../../../layers/platform/http/contract.ts';
import { consortiumReaders } from '../../schemas/readers.ts';
import {
  examplePossibleRestatement,
  restatementPath,
  restatementRefusals,
  restatementViewSchema,
} from '../../schemas/restatements.ts';

/**
 * Returns how a bill that arrived after a month’s close changes each of its lines: shared as the month was, from its sealed pack, as
 * possible, prepared, or booked. The closed month itself does not change.
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
  // A month of 500 members is read completely.
  memoryMb: 3008,
  params: restatementPath,
  output: restatementViewSchema,
  refusals: restatementRefusals,
  example: { params: { month: '2026-10' }, output: examplePossibleRestatement },
  errorImpact: 'Nobody sees what a restated bill changes for members.',
});
