import { operation } from '../../../../layers/platform/http/contract.ts';
import { branchList, copiesPage, exampleRow } from '../../schemas/items.ts';

/** Lists the copies on the hold shelf of a branch, with their last day and for whom they wait, as the branch chose. */
export const contract = operation({
  id: 'circulation-list-hold-shelf',
  ...branchList('hold-shelf'),
  summary: 'List the hold shelf of a branch',
  output: copiesPage,
  example: {
    params: { branchId: 'riverton.main' },
    query: {},
    output: { items: [{ ...exampleRow, state: 'on-hold-shelf', heldFor: { kind: 'card', label: '0112' } }] },
  },
  errorImpact: 'Nobody sees what waits on the hold shelf.',
});
