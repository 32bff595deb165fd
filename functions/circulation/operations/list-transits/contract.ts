import { operation } from '../../../../layers/platform/http/contract.ts';
import { branchList, copiesPage, exampleRow } from '../../schemas/items.ts';

/** Lists the copies in transit to a branch, oldest first: a long transit suggests a lost copy. */
export const contract = operation({
  id: 'circulation-list-transits',
  ...branchList('transits'),
  summary: 'List the items in transit to a branch',
  output: copiesPage,
  example: { params: { branchId: 'riverton.main' }, query: {}, output: { items: [exampleRow] } },
  errorImpact: 'A branch cannot see the items in transit to it.',
});
