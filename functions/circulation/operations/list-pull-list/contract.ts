import { operation } from '../../../../layers/platform/http/contract.ts';
import { branchList, copiesPage, exampleRow } from '../../schemas/items.ts';

/** Lists the copies on the shelves of a branch that holds wait for: to be fetched and scanned, with call numbers. */
export const contract = operation({
  id: 'circulation-list-pull-list',
  ...branchList('pull-list'),
  summary: 'List the copies that a branch fetches for holds',
  output: copiesPage,
  example: {
    params: { branchId: 'riverton.main' },
    query: {},
    output: { items: [{ ...exampleRow, callNumber: 'FIC AUS', shelfKey: 'other fic aus' }] },
  },
  errorImpact: 'Copies wanted for holds are not fetched.',
});
