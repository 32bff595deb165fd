import { operation } from '../../../../layers/platform/http/contract.ts';
import { branchList, copiesPage, exampleRow } from '../../schemas/items.ts';

/** Lists the copies that are missing at a branch, or were lost in transit to or from the branch that saw them last, oldest first. */
export const contract = operation({
  id: 'circulation-list-missing',
  ...branchList('missing'),
  summary: 'List the missing items of a branch',
  output: copiesPage,
  example: {
    params: { branchId: 'riverton.main' },
    query: {},
    output: { items: [{ ...exampleRow, state: 'missing', reason: 'not-found', since: '2026-11-20T15:00:00.000Z' }] },
  },
  errorImpact: 'Staff cannot list missing items.',
});
